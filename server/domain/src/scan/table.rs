//! Sums by one dimension in a place for every id: what pages rank and compare, without an object for each group.

use super::{plan::Plan, run::Found};
use model::Month;

/// An answer by at most one dimension. The cell of a month and an id is `month * ids + id`; without months the id alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// In order, when the query asked by month.
    pub months: Vec<Month>,
    /// Ids of a month, the unknown one included; 1 when nothing is asked by.
    pub ids: usize,
    /// How many rows, by cell.
    pub rows: Vec<i64>,
    /// In the order of the query's measures, by cell.
    pub sums: Vec<Vec<i64>>,
    /// How many different ids of the query's `distinct`, by cell; nothing when it asks for none.
    pub distinct: Vec<u64>,
}

impl Plan {
    pub(crate) fn table(&self, found: Found) -> Table {
        let Found { rows, sums, counted } = found;
        let distinct = if self.query.distinct.is_some() { counted.all(rows.len()) } else { Vec::new() };
        let months = if self.query.by_month { self.months.clone() } else { Vec::new() };
        Table { months, ids: self.groups, rows, sums, distinct }
    }
}
