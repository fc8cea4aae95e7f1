//! What can only be decided once all rows of a month are known: which snapshot counts, and which of several rows of
//! one fact.

use super::parsed::LocalRows;
use model::Month;
use std::collections::{BTreeMap, HashMap};

/// How a month is finished when it is taken.
#[derive(Debug)]
pub(super) enum Finish {
    /// As it is.
    Nothing,
    /// Only the rows of the newest date of each service stay. The extra number of a row is its date.
    Newest {
        /// Where the service stands among the dimensions.
        service: usize,
        snapshots: Snapshots,
    },
    /// The file has no duplicate flags: of the rows of one fact the one with the best attribution counts.
    /// The extra number of a row is a hash of all that is not about the partner.
    Estimate {
        attribution: usize,
        location: usize,
        counted: usize,
        /// By attribution id; the first is for rows without one.
        priorities: Vec<u8>,
        /// Whether rows that are the same in everything may be several facts: rows of a customer do not name the
        /// subscription, so two of them can be equal.
        repeats: bool,
    },
}

/// Rows per date of each month and service.
#[derive(Debug, Default)]
pub(super) struct Snapshots(BTreeMap<(Month, u32), BTreeMap<u64, u64>>);

impl Snapshots {
    pub(super) fn add(&mut self, month: Month, service: u32, date: u64) {
        *self.0.entry((month, service)).or_default().entry(date).or_default() += 1;
    }

    fn newest(&self, month: Month, service: u32) -> Option<u64> {
        self.0.get(&(month, service))?.last_key_value().map(|(date, _)| *date)
    }

    /// Rows that a newer snapshot replaces.
    pub(super) fn superseded(&self) -> u64 {
        self.0.values().flat_map(|dates| dates.values().rev().skip(1)).sum()
    }
}

impl Finish {
    /// Rows that do not count because a newer snapshot of their month is in the file.
    pub(super) fn superseded(&self) -> u64 {
        if let Self::Newest { snapshots, .. } = self { snapshots.superseded() } else { 0 }
    }

    /// Finishes a month.
    pub(super) fn month(&self, month: Month, rows: &mut LocalRows, extra: &[u64]) {
        match self {
            Self::Nothing => {}
            Self::Newest { service, snapshots } => {
                let keep: Vec<bool> = rows.dims[*service]
                    .iter()
                    .zip(extra)
                    .map(|(service, date)| snapshots.newest(month, *service) == Some(*date))
                    .collect();
                if keep.contains(&false) {
                    rows.dims.iter_mut().for_each(|column| retain(column, &keep));
                    rows.measures.iter_mut().for_each(|column| retain(column, &keep));
                }
            }
            Self::Estimate { attribution, location, counted, priorities, repeats } => {
                let partner = (rows.dims[*attribution].as_slice(), rows.dims[*location].as_slice());
                let counts = estimate(partner, extra, priorities, *repeats);
                // A row that cannot count at all (a deal registration) already says so.
                for (cell, counts) in rows.dims[*counted].iter_mut().zip(counts) {
                    *cell = (*cell).min(u32::from(counts));
                }
            }
        }
    }
}

fn retain<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    column.retain(|_| keep.next().is_some_and(|keep| *keep));
}

/// Which rows count. Rows with one hash are one fact, or, with `repeats`, as many facts as the attribution and location
/// named most often have rows.
fn estimate(partner: (&[u32], &[u32]), facts: &[u64], priorities: &[u8], repeats: bool) -> Vec<bool> {
    let (attribution, location) = partner;
    let priority = |row: usize| priorities.get(attribution[row] as usize).copied().unwrap_or(u8::MAX);
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_unstable_by_key(|row| (facts[*row], priority(*row), *row));
    let mut counts = vec![false; facts.len()];
    for group in order.chunk_by(|a, b| facts[*a] == facts[*b]) {
        let mut most = 1;
        if repeats && group.len() > 1 {
            let mut each: HashMap<(u32, u32), usize> = HashMap::new();
            for row in group {
                *each.entry((attribution[*row], location[*row])).or_default() += 1;
            }
            most = each.into_values().max().unwrap_or(1);
        }
        group.iter().take(most).for_each(|row| counts[*row] = true);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_of_a_fact_counts_by_priority() {
        // Two facts; attribution 1 is a tier (3), 2 an admin link (0).
        let counts = estimate((&[1, 2, 1, 0], &[1; 4]), &[7, 7, 9, 9], &[255, 3, 0], false);
        assert_eq!(counts, [false, true, true, false]);
    }

    #[test]
    fn equal_customer_rows_are_as_many_facts_as_one_attribution_repeats() {
        let counts = estimate((&[2, 1, 1], &[1; 3]), &[7, 7, 7], &[255, 3, 0], true);
        assert_eq!(counts, [true, true, false]);
    }
}
