//! Rows on their way in: one dataset, one month, ids instead of names.

use super::{FactError, Schema};
use std::ops::Range;

/// Rows per part. Smaller parts give a month's work to two threads; larger ones save next to nothing.
pub const PART_ROWS: usize = 1 << 18;

/// The highest id. The scan's tables are as long as the highest id, and dictionaries are without gaps.
pub(crate) const MOST_ID: u32 = 1 << 26;

/// The rows of one dataset and one month, column by column in the order of [`super::schema`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Ids of the account's dictionaries; the customer first.
    pub dims: Vec<Vec<u32>>,
    /// Whole numbers in the measure's unit.
    pub measures: Vec<Vec<i64>>,
}

impl Columns {
    /// No rows yet.
    #[must_use]
    pub fn new(schema: Schema) -> Self {
        Self { dims: vec![Vec::new(); schema.dims.len()], measures: vec![Vec::new(); schema.measures.len()] }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.dims.first().map_or(0, Vec::len)
    }

    /// Puts the rows of `more`, which has the same columns, behind these.
    pub fn append(&mut self, mut more: Self) {
        self.dims.iter_mut().zip(&mut more.dims).for_each(|(all, more)| all.append(more));
        self.measures.iter_mut().zip(&mut more.measures).for_each(|(all, more)| all.append(more));
    }

    /// Whether there are as many columns as the schema says, all of one length.
    ///
    /// # Errors
    /// [`FactError::Shape`] otherwise, and when an id or the number of rows is beyond what is kept.
    pub fn check(&self, schema: Schema) -> Result<(), FactError> {
        let (dims, measures, rows) = (self.dims.len(), self.measures.len(), self.rows());
        if (dims, measures) != (schema.dims.len(), schema.measures.len()) {
            return Err(FactError::Shape(format!("{dims} dimensions and {measures} measures")));
        }
        if self.dims.iter().any(|c| c.len() != rows) || self.measures.iter().any(|c| c.len() != rows) {
            return Err(FactError::Shape("columns of different lengths".into()));
        }
        if let Some(id) = self.dims.iter().flatten().find(|id| **id > MOST_ID) {
            return Err(FactError::Shape(format!("id {id}")));
        }
        u32::try_from(rows).map(|_| ()).map_err(|_| FactError::Shape(format!("{rows} rows in one month")))
    }

    /// Sorts by customer, then by the dimensions that follow: equal values lie together and compress,
    /// and the scan finds each customer in one place. Rows that are equal so far keep their order.
    pub fn sort(&mut self) {
        let keys = self.sort_keys();
        if keys.is_sorted() {
            return;
        }
        let mut keys = keys;
        keys.sort_unstable();
        let order: Vec<u32> = keys.into_iter().map(place).collect();
        for column in &mut self.dims {
            *column = order.iter().map(|&row| column[row as usize]).collect();
        }
        for column in &mut self.measures {
            *column = order.iter().map(|&row| column[row as usize]).collect();
        }
    }

    /// As many leading dimensions as fit into 96 bits, then the row's place: one number sorts five times
    /// faster than a comparison that hops between columns. What does not fit only costs compression.
    fn sort_keys(&self) -> Vec<u128> {
        let mut keys = vec![0_u128; self.rows()];
        let mut left = 96;
        for column in &self.dims {
            let bits = u32::BITS - column.iter().copied().max().unwrap_or(0).leading_zeros();
            if bits > left {
                break;
            }
            left -= bits;
            for (key, &id) in keys.iter_mut().zip(column) {
                *key = *key << bits | u128::from(id);
            }
        }
        for (row, key) in (0_u32..).zip(&mut keys) {
            *key = *key << 32 | u128::from(row);
        }
        keys
    }

    /// Cuts sorted rows into even ranges of at most `most` rows that never split a customer, so that
    /// counts of customers may be added over parts. Only a customer with more rows makes a longer range.
    #[must_use]
    pub fn parts(&self, most: usize) -> Vec<Range<usize>> {
        let (rows, most) = (self.rows(), most.max(1));
        let Some(customers) = self.dims.first().filter(|_| rows > 0) else { return Vec::new() };
        let even = rows.div_ceil(rows.div_ceil(most));
        let mut parts = Vec::new();
        let mut from = 0;
        while from < rows {
            let mut to = (from + even).min(rows);
            if to < rows && customers[to] == customers[to - 1] {
                let cut = customers[to];
                let start = from + customers[from..to].partition_point(|&c| c < cut);
                to = if start > from { start } else { to + customers[to..].partition_point(|&c| c <= cut) };
            }
            parts.push(from..to);
            from = to;
        }
        parts
    }
}

/// The row's place in a sort key: its lower 32 bits.
fn place(key: u128) -> u32 {
    u32::try_from(key & u128::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Columns;

    fn of(customers: &[u32]) -> Columns {
        let rows = customers.len();
        Columns { dims: vec![customers.to_vec(), vec![7; rows]], measures: vec![(0..).take(rows).collect()] }
    }

    #[test]
    fn sorting_keeps_rows_whole_and_equal_ones_in_order() {
        let mut columns = of(&[3, 1, 3, u32::MAX, 1]);
        columns.dims[1] = vec![2, 9, 1, 0, u32::MAX];
        columns.sort();
        assert_eq!(columns.dims[0], [1, 1, 3, 3, u32::MAX]);
        assert_eq!(columns.dims[1], [9, u32::MAX, 1, 2, 0]);
        assert_eq!(columns.measures[0], [1, 4, 2, 0, 3]);
    }

    #[test]
    fn parts_are_even_and_never_split_a_customer() {
        assert_eq!(of(&[1, 2, 3, 4, 5, 6]).parts(4), [0..3, 3..6]);
        assert_eq!(of(&[1, 1, 2, 2, 2, 3]).parts(4), [0..2, 2..5, 5..6]);
        assert_eq!(of(&[1, 1, 1, 1, 2]).parts(2), [0..4, 4..5]);
        assert!(of(&[]).parts(4).is_empty());
    }
}
