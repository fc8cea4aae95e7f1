//! Attribution duplicates between the rows of a month that are in and those that join it, for files without flags.

use crate::fact::{Columns, Dim, Schema};
use std::collections::HashMap;

/// Rows of one fact: how many of them count already, and how many each attribution and location has.
#[derive(Default)]
struct Fact {
    counted: usize,
    each: HashMap<(u32, u32), usize>,
}

/// Where the columns that tell rows of one fact apart stand.
struct Places {
    attribution: usize,
    location: usize,
    counted: usize,
}

impl Places {
    fn of(schema: Schema) -> Option<Self> {
        let at = |dim| schema.dims.iter().position(|it| *it == dim);
        Some(Self { attribution: at(Dim::Attribution)?, location: at(Dim::Location)?, counted: at(Dim::Counted)? })
    }

    /// All that is not about the partner, as far as it is kept.
    fn key(&self, columns: &Columns, row: usize, key: &mut Vec<i64>) {
        key.clear();
        let dims = columns.dims.iter().enumerate();
        let dims = dims.filter(|(at, _)| ![self.attribution, self.location, self.counted].contains(at));
        key.extend(dims.map(|(_, column)| i64::from(column[row])));
        key.extend(columns.measures.iter().map(|column| column[row]));
    }

    fn partner(&self, columns: &Columns, row: usize) -> (u32, u32) {
        (columns.dims[self.attribution][row], columns.dims[self.location][row])
    }
}

/// Lets only those of `more` count that are not duplicates of a row that counts in `there`. Where rows repeat, equal rows
/// may be several facts: as many as the attribution and location named most often have rows.
pub(super) fn estimate(schema: Schema, there: &Columns, more: &mut Columns) {
    let Some(places) = Places::of(schema) else { return };
    let mut facts: HashMap<Vec<i64>, Fact> = HashMap::new();
    let mut key = Vec::new();
    for row in 0..more.rows() {
        places.key(more, row, &mut key);
        *facts.entry(key.clone()).or_default().each.entry(places.partner(more, row)).or_default() += 1;
    }
    for row in 0..there.rows() {
        places.key(there, row, &mut key);
        if let Some(fact) = facts.get_mut(&key) {
            fact.counted += there.dims[places.counted][row] as usize;
            *fact.each.entry(places.partner(there, row)).or_default() += 1;
        }
    }
    for row in 0..more.rows() {
        places.key(more, row, &mut key);
        let Some(fact) = facts.get_mut(&key) else { continue };
        let most = if schema.repeats { fact.each.values().copied().max().unwrap_or(1) } else { 1 };
        let counts = &mut more.dims[places.counted][row];
        if *counts > 0 && fact.counted < most {
            fact.counted += 1;
        } else {
            *counts = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::schema;
    use model::Dataset;

    /// Rows of one customer that differ in their attribution and their seats only: (attribution, counted, seats).
    fn rows(of: &[(u32, u32, i64)]) -> Columns {
        let schema = schema(Dataset::Customers).unwrap();
        let mut columns = Columns::new(schema);
        for (attribution, counted, seats) in of {
            for (dim, column) in schema.dims.iter().zip(&mut columns.dims) {
                column.push(match dim {
                    Dim::Attribution => *attribution,
                    Dim::Counted => *counted,
                    _ => 1,
                });
            }
            columns.measures.iter_mut().zip([*seats, 0, 0]).for_each(|(column, value)| column.push(value));
        }
        columns
    }

    fn counted(there: &[(u32, u32, i64)], more: &[(u32, u32, i64)], repeats: bool) -> Vec<u32> {
        let schema = Schema { repeats, ..schema(Dataset::Customers).unwrap() };
        let mut more = rows(more);
        estimate(schema, &rows(there), &mut more);
        more.dims[schema.dims.iter().position(|dim| *dim == Dim::Counted).unwrap()].clone()
    }

    #[test]
    fn a_duplicate_of_a_row_that_counts_does_not() {
        assert_eq!(counted(&[(1, 1, 5)], &[(2, 1, 5), (2, 1, 6)], false), [0, 1]);
        assert_eq!(counted(&[(1, 0, 5)], &[(2, 1, 5)], false), [1], "none of the fact counts yet");
    }

    #[test]
    fn equal_rows_of_one_attribution_are_several_facts_where_they_may_be() {
        assert_eq!(counted(&[(1, 1, 5)], &[(1, 1, 5), (2, 1, 5)], true), [1, 0]);
        assert_eq!(counted(&[(1, 1, 5), (1, 1, 5), (2, 0, 5)], &[(2, 1, 5)], true), [0]);
        assert_eq!(counted(&[(1, 1, 5)], &[(1, 1, 5)], false), [0]);
    }
}
