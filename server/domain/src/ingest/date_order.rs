//! `4/7/2023`: the fourth of July or the seventh of April? Decided once per file, from all its dates.

use super::{
    cell::{DateOrder, slashed},
    column::Column,
    header::Layout,
    limits::Limits,
    open::open,
    record::Records,
    stop::Stop,
};
use std::path::Path;

/// How many rows without a slash are looked at before concluding that the file has none.
const ENOUGH: u32 = 200;

/// What the dates of a file say about their order.
#[derive(Default)]
struct Evidence {
    seen: bool,
    months_seen: bool,
    /// Some month is not the first of a month when read this way.
    month_first_broken: bool,
    day_first_broken: bool,
    first_over_twelve: bool,
    second_over_twelve: bool,
}

impl Evidence {
    fn add(&mut self, (first, second): (u32, u32), month: bool) {
        self.seen = true;
        self.first_over_twelve |= first > 12;
        self.second_over_twelve |= second > 12;
        if month {
            self.months_seen = true;
            self.month_first_broken |= second != 1 || first > 12;
            self.day_first_broken |= first != 1 || second > 12;
        }
    }

    /// Month first unless something speaks for the day.
    const fn order(&self) -> DateOrder {
        let by_month = self.months_seen && self.month_first_broken && !self.day_first_broken;
        let settled = self.months_seen && self.month_first_broken != self.day_first_broken;
        if by_month || (!settled && self.first_over_twelve && !self.second_over_twelve) {
            DateOrder::DayFirst
        } else {
            DateOrder::MonthFirst
        }
    }
}

/// The order of the dates of a file; nothing when none is written with slashes.
pub(super) fn decide(path: &Path, limits: &Limits, layout: &Layout) -> Result<Option<DateOrder>, Stop> {
    let months = layout.each(&[Column::Month, Column::Processed]);
    let others = layout.each(&[Column::SubscriptionStart, Column::SubscriptionEnd]);
    let mut records = Records::new(open(path, limits)?, limits)?;
    let mut evidence = Evidence::default();
    records.advance()?;
    let mut rows = 0;
    while (evidence.seen || rows < ENOUGH) && records.advance()? {
        rows += 1;
        let record = records.record();
        for (columns, month) in [(&months, true), (&others, false)] {
            let cells = columns.iter().filter_map(|at| slashed(record.get(*at)));
            cells.for_each(|numbers| evidence.add(numbers, month));
        }
    }
    Ok(evidence.seen.then(|| evidence.order()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(months: &[(u32, u32)], others: &[(u32, u32)]) -> DateOrder {
        let mut evidence = Evidence::default();
        months.iter().for_each(|m| evidence.add(*m, true));
        others.iter().for_each(|m| evidence.add(*m, false));
        evidence.order()
    }

    #[test]
    fn months_begin_on_the_first() {
        assert_eq!(order(&[(10, 1), (1, 1)], &[]), DateOrder::MonthFirst);
        assert_eq!(order(&[(1, 10), (1, 1)], &[]), DateOrder::DayFirst);
        assert_eq!(order(&[(1, 1)], &[(13, 4)]), DateOrder::DayFirst);
        assert_eq!(order(&[(1, 10)], &[(4, 13)]), DateOrder::DayFirst);
        assert_eq!(order(&[], &[(13, 4)]), DateOrder::DayFirst);
        assert_eq!(order(&[(13, 4), (4, 5)], &[]), DateOrder::DayFirst);
        assert_eq!(order(&[(4, 5)], &[]), DateOrder::MonthFirst);
    }
}
