//! What licence rows take from the customer: market, segment and locations of the same month.

use super::{Dim, Part};
use std::collections::HashMap;

/// A combination that customers of the month have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Profile {
    pub market: u32,
    pub segment: u32,
    /// In ascending order, never empty: a customer without location has location 0.
    pub locations: Vec<u32>,
}

/// One month's customers. Customers share few profiles, so whatever a question asks of market, segment and
/// locations together is decided once per profile, and costs one look-up per customer.
#[derive(Debug)]
pub(crate) struct Attributes {
    /// By customer id; customers beyond the end have profile 0.
    of: Box<[u32]>,
    /// Profile 0 is *unknown*.
    pub profiles: Vec<Profile>,
}

impl Attributes {
    /// The columns of the customers' segments that attributes are made of.
    pub(crate) const DIMS: [Dim; 4] = [Dim::Market, Dim::Segment, Dim::Location, Dim::Counted];

    /// From the month's parts, with the columns [`Self::DIMS`]. Market and segment are those of the
    /// customer's first row that counts and knows them; locations are those of all its rows.
    pub(crate) fn of(parts: &[Part]) -> Self {
        let unknown = Profile { market: 0, segment: 0, locations: vec![0] };
        let mut profiles = vec![unknown.clone()];
        let mut ids = HashMap::from([(unknown, 0_u32)]);
        let mut of = Vec::new();
        for part in parts {
            for (run, &customer) in part.runs.customers.iter().enumerate() {
                let profile = profile(part, part.runs.starts[run] as usize..part.runs.starts[run + 1] as usize);
                let id = *ids.entry(profile).or_insert_with_key(|profile| {
                    profiles.push(profile.clone());
                    u32::try_from(profiles.len() - 1).unwrap_or(0)
                });
                of.resize(of.len().max(customer as usize + 1), 0);
                of[customer as usize] = id;
            }
        }
        Self { of: of.into(), profiles }
    }

    /// The customer's place in `profiles`.
    pub(crate) fn profile(&self, customer: u32) -> usize {
        self.of.get(customer as usize).copied().unwrap_or(0) as usize
    }

    pub(crate) fn bytes(&self) -> usize {
        let locations: usize = self.profiles.iter().map(|profile| size_of_val(&*profile.locations)).sum();
        size_of_val(&*self.of) + size_of_val(&*self.profiles) + locations
    }
}

fn profile(part: &Part, rows: std::ops::Range<usize>) -> Profile {
    let [market, segment, location, counted] = [0, 1, 2, 3].map(|column| &part.dims[column]);
    let known = |column: &super::Ids| {
        let mut ids = rows.clone().filter(|&row| counted.at(row) == 1).map(|row| column.at(row));
        ids.find(|&id| id != 0).unwrap_or(0)
    };
    let mut locations: Vec<u32> = rows.clone().map(|row| location.at(row)).collect();
    locations.sort_unstable();
    locations.dedup();
    Profile { market: known(market), segment: known(segment), locations }
}
