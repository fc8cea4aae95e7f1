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

/// What speaks against one way of reading.
#[derive(Clone, Copy, Default)]
struct Against {
    /// Some month is not the first of a month.
    not_first: bool,
    /// Some date has more than twelve months.
    impossible: bool,
}

/// What the dates of a file say about their order.
#[derive(Default)]
struct Evidence {
    seen: bool,
    month_first: Against,
    day_first: Against,
}

impl Evidence {
    fn add(&mut self, (first, second): (u32, u32), is_month: bool) {
        self.seen = true;
        for (against, month, day) in [(&mut self.month_first, first, second), (&mut self.day_first, second, first)] {
            against.impossible |= month > 12;
            against.not_first |= is_month && (day != 1 || month > 12);
        }
    }

    /// Month first unless something speaks for the day. That months begin on the first weighs most.
    const fn order(&self) -> DateOrder {
        let (month, day) = (self.month_first, self.day_first);
        let by_months = month.not_first != day.not_first;
        let day_first = if by_months { month.not_first } else { month.impossible && !day.impossible };
        if day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst }
    }
}

/// The order of the dates of a file; nothing when none is written with slashes.
pub(super) fn decide(path: &Path, limits: &Limits, layout: &Layout) -> Result<Option<DateOrder>, Stop> {
    let months = layout.each(&[Column::Month, Column::Processed]);
    let others = layout.each(&[
        Column::SubscriptionStart,
        Column::SubscriptionEnd,
        Column::UsageDate,
        Column::LastModified,
        Column::ActivityTime,
    ]);
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
        let months = months.iter().map(|numbers| (*numbers, true));
        for (numbers, month) in months.chain(others.iter().map(|numbers| (*numbers, false))) {
            evidence.add(numbers, month);
        }
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
