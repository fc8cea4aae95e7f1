//! From cells to the groups of an answer.

use super::{
    distinct::Counted,
    plan::Plan,
    query::{Group, Top},
    run::Found,
};
use std::cmp::Reverse;

impl Plan {
    /// The groups that have rows: how many, and those within the limit.
    pub(crate) fn groups(&self, found: &Found) -> (u64, Vec<Group>) {
        let Found { rows, sums, counted } = found;
        let mut cells: Vec<u32> = (0_u32..).zip(rows).filter(|(_, rows)| **rows > 0).map(|(cell, _)| cell).collect();
        let total = cells.len() as u64;
        if let Some(Top { by, limit }) = self.query.top {
            let order = |&cell: &u32| (Reverse(sums.get(by).map_or(0, |sums| sums[cell as usize])), cell);
            if limit < cells.len() {
                cells.select_nth_unstable_by_key(limit, order);
                cells.truncate(limit);
            }
            cells.sort_unstable_by_key(order);
        }
        let groups = cells.into_iter().map(|cell| self.group(cell as usize, rows, sums, counted)).collect();
        (total, groups)
    }

    fn group(&self, cell: usize, rows: &[i64], sums: &[Vec<i64>], counted: &Counted) -> Group {
        let key = u32::try_from(cell % self.groups).unwrap_or(0);
        Group {
            month: self.query.by_month.then(|| self.months[cell / self.groups]),
            ids: self.digits.iter().map(|digit| key / digit.stride % digit.size).collect(),
            sums: sums.iter().map(|sums| sums[cell]).collect(),
            rows: rows[cell].unsigned_abs(),
            distinct: counted.of(cell),
        }
    }

    /// The answer when no row has to be looked at.
    pub(crate) fn summarise(&self) -> Found {
        let mut worker = super::kernel::Worker::new(self);
        for (cell, segment) in self.summaries() {
            worker.rows[cell] += i64::from(segment.rows);
            worker.counted.add(cell, segment.summary.customers.into());
            for (measure, sums) in self.query.measures.iter().zip(&mut worker.sums) {
                let sum = segment.summary.sums.get(measure.key()).copied().unwrap_or(0);
                sums[cell] = sums[cell].wrapping_add(sum);
            }
        }
        worker.found()
    }
}
