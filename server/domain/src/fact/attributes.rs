//! What licence rows take from the customer: market, segment and locations of the same month.

use super::{Dim, Ids, Part};
use std::{collections::HashMap, ops::Range};

/// One month's customers. Those beyond the end of the columns, and those without rows, are *unknown*.
#[derive(Debug)]
pub(crate) struct Attributes {
    /// By customer.
    market: Box<[u32]>,
    segment: Box<[u32]>,
    /// The customer's place in `sets`.
    locations: Box<[u32]>,
    /// Sets of locations. Customers share few, so that a filter is decided once a set. The first is of the
    /// customers without location: it has location 0.
    pub sets: Vec<Box<[u32]>>,
}

impl Attributes {
    /// The columns of the customers' segments that attributes are made of.
    pub(crate) const DIMS: [Dim; 4] = [Dim::Market, Dim::Segment, Dim::Location, Dim::Counted];

    /// From the month's parts, with the columns [`Self::DIMS`]. Market and segment are those of the
    /// customer's first row that counts and knows them; locations are those of all its rows.
    pub(crate) fn of(parts: &[Part]) -> Self {
        let highest = parts.iter().flat_map(|part| &part.runs.customers).max();
        let size = highest.map_or(0, |&customer| customer as usize + 1);
        let (mut market, mut segment, mut locations) = (vec![0; size], vec![0; size], vec![0; size]);
        let none: Box<[u32]> = Box::new([0]);
        let mut sets = vec![none.clone()];
        let mut places = HashMap::from([(none, 0_u32)]);
        for part in parts {
            for (run, &customer) in part.runs.customers.iter().enumerate() {
                let rows = part.runs.starts[run] as usize..part.runs.starts[run + 1] as usize;
                let customer = customer as usize;
                // A customer whose tenants were merged has several runs.
                for (column, told) in [(&mut market, &part.dims[0]), (&mut segment, &part.dims[1])] {
                    if column[customer] == 0 {
                        column[customer] = known(told, &part.dims[3], rows.clone());
                    }
                }
                let mut set: Vec<u32> = rows.map(|row| part.dims[2].at(row)).collect();
                if let Some(more) = sets.get(locations[customer] as usize).filter(|_| locations[customer] > 0) {
                    set.extend(more.iter().copied());
                }
                set.sort_unstable();
                set.dedup();
                locations[customer] = *places.entry(set.into()).or_insert_with_key(|set| {
                    sets.push(set.clone());
                    u32::try_from(sets.len() - 1).unwrap_or(0)
                });
            }
        }
        Self { market: market.into(), segment: segment.into(), locations: locations.into(), sets }
    }

    /// By customer: its market, its segment or its place in [`Self::sets`].
    pub(crate) fn column(&self, dim: Dim) -> &[u32] {
        match dim {
            Dim::Market => &self.market,
            Dim::Segment => &self.segment,
            _ => &self.locations,
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        let sets: usize = self.sets.iter().map(|set| size_of_val(&**set) + size_of_val(set)).sum();
        size_of_val(&*self.market) * 3 + sets
    }
}

fn known(column: &Ids, counted: &Ids, rows: Range<usize>) -> u32 {
    let mut ids = rows.filter(|&row| counted.at(row) == 1).map(|row| column.at(row));
    ids.find(|&id| id != 0).unwrap_or(0)
}
