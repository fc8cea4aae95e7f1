//! What a question found: values by month and id, in columns of the asked metrics.

use super::source::{Source, source};
use crate::{fact::Measure, scan::Table};
use model::{Metric, Month, Percent};

/// Values of the asked metrics. Those of months without rows are unknown; in months with rows, what has none has nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    metrics: Vec<Metric>,
    /// In the order of the question; the months of a question that is not by month are one.
    months: Vec<Month>,
    by_month: bool,
    ids: usize,
    columns: Vec<Column>,
}

/// Sums of one metric by month and id, unrounded, and which months are known.
#[derive(Clone, Debug, Default)]
struct Column {
    known: Vec<bool>,
    sums: Vec<i128>,
}

/// Which numbers of a table are a metric's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Take {
    /// The sum at a place.
    Sum(usize),
    /// The count of different ids.
    Distinct,
}

impl Answer {
    /// Nothing known yet, with room for so many ids.
    pub(super) fn new(metrics: Vec<Metric>, months: Vec<Month>, by_month: bool, ids: usize) -> Self {
        Self { columns: vec![Column::default(); metrics.len()], metrics, months, by_month, ids }
    }

    /// Adds what a scan of some months found.
    pub(super) fn add(&mut self, months: &[Month], table: &Table, takes: &[(usize, Take)]) {
        for (metric, take) in takes {
            for month in months {
                let from = table.months.iter().position(|it| it == month).unwrap_or(0) * table.ids;
                // A scan that is not by month has all of them in one.
                if table.months.is_empty() && months.first() != Some(month) {
                    self.know(*metric, *month);
                    continue;
                }
                let cells = from..from + table.ids;
                let into = self.know(*metric, *month);
                match *take {
                    Take::Sum(place) => add(into, table.sums[place][cells].iter().copied().map(i128::from)),
                    Take::Distinct => add(into, table.distinct[cells].iter().copied().map(i128::from)),
                }
            }
        }
    }

    /// Adds to a metric that is of no id.
    pub(super) fn add_one(&mut self, metric: usize, month: Month, value: i64) {
        self.know(metric, month)[0] += i128::from(value);
    }

    /// Notes that a month of a metric is known: its sums, to be added to.
    fn know(&mut self, metric: usize, month: Month) -> &mut [i128] {
        let places = if self.by_month { self.months.len() } else { 1 };
        let place = self.place(month).unwrap_or(0);
        let column = &mut self.columns[metric];
        if column.known.is_empty() {
            *column = Column { known: vec![false; places], sums: vec![0; places * self.ids] };
        }
        column.known[place] = true;
        &mut column.sums[place * self.ids..(place + 1) * self.ids]
    }

    fn place(&self, month: Month) -> Option<usize> {
        if self.by_month { self.months.iter().position(|it| *it == month) } else { Some(0) }
    }

    /// One more than the highest id there is.
    pub(super) fn ids(&self) -> u32 {
        u32::try_from(self.ids).unwrap_or(u32::MAX)
    }

    /// A metric, by its place in the question, in a month (any, where the question is not by month).
    pub(super) fn value(&self, at: usize, month: Month, id: u32) -> Option<i64> {
        let place = self.place(month)?;
        self.computed(at, |metric| {
            let column = self.columns.get(metric)?;
            let known = *column.known.get(place)?;
            let sum = || column.sums.get(place * self.ids + id as usize).copied().unwrap_or(0);
            known.then(sum)
        })
    }

    /// A metric of all months together: amounts add up before they are rounded. Unknown when no month is known.
    pub(super) fn total(&self, at: usize, id: u32) -> Option<i64> {
        self.computed(at, |metric| {
            let column = self.columns.get(metric)?;
            let sum = |place: usize| column.sums.get(place * self.ids + id as usize).copied().unwrap_or(0);
            let places = (0..column.known.len()).filter(|place| column.known[*place]);
            places.map(sum).reduce(|sum, more| sum + more)
        })
    }

    /// What is computed is computed of sums.
    fn computed(&self, at: usize, sum: impl Fn(usize) -> Option<i128>) -> Option<i64> {
        let metric = *self.metrics.get(at)?;
        let part = |wanted| sum(self.metrics.iter().position(|it| *it == wanted)?).map(whole);
        match source(metric) {
            Source::Share(share, of) => Percent::of(part(share)?, part(of)?).map(Percent::hundredths),
            Source::Less(from, less) => Some(part(from)? - part(less)?),
            Source::Sum(Measure::AcrNanos) => sum(at).map(|sum| rounded(sum, NANOS_OF_CENT)),
            Source::Sum(Measure::HoursMicros) => sum(at).map(|sum| rounded(sum, MICROS)),
            Source::Minutes(hours, of) => {
                let (hours, of) = (i128::from(part(hours)?), i128::from(part(of)?));
                (of > 0).then(|| rounded(60 * hours, MICROS * of))
            }
            _ => sum(at).map(whole),
        }
    }
}

fn add(into: &mut [i128], values: impl Iterator<Item = i128>) {
    into.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}

/// Billionths of a dollar in a cent.
const NANOS_OF_CENT: i128 = 10_000_000;
/// Millionths of one.
const MICROS: i128 = 1_000_000;

/// A fraction, rounded half away from zero as each amount of a file is.
fn rounded(sum: i128, of: i128) -> i64 {
    whole((sum.abs() + of / 2) / of * sum.signum())
}

fn whole(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}
