//! Where everything of a course lies, as plain numbers in percent of the drawing.

use super::{
    layout::{Label, Tick, labels, lines},
    scale::{Columns, number, pct, ticks},
};
use model::{Course, CourseKind, Month, Unit};

/// How many intervals the axis has in all at least.
const INTERVALS: u32 = 4;

/// A bar or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The series that it belongs to.
    pub series: usize,
    /// Its top.
    pub y: f64,
    /// Its height.
    pub height: f64,
}

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which.
    pub month: Month,
    /// The middle.
    pub middle: f64,
    /// The left side of its bars, and their width.
    pub x: f64,
    /// Their width.
    pub width: f64,
    /// Its bars, from the bottom.
    pub bars: Vec<Bar>,
    /// Whether nothing is known of it.
    pub unknown: bool,
    /// What stands under it.
    pub label: Label,
}

/// A course.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The axis. Amounts are in whole dollars.
    pub ticks: Vec<Tick>,
    /// The months.
    pub columns: Vec<Column>,
    /// The lines of each series, broken where a month is unknown.
    pub lines: Vec<Vec<Vec<(f64, f64)>>>,
}

/// An axis that may go below zero.
struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    fn below_top(&self, value: f64) -> f64 {
        ((self.high - value) / (self.high - self.low) * 100.0).clamp(0.0, 100.0)
    }
}

/// Lays out a course.
#[must_use]
pub fn layout(course: &Course) -> Layout {
    let (low, high) = bounds(course);
    let hundred = course.series.first().is_some_and(|it| it.metric.unit() != Unit::Count);
    let per = if hundred { 100 } else { 1 };
    let (axis, ticks) = axis(low.div_euclid(per), high.div_euclid(per) + i64::from(hundred), per);
    let bands = Columns::new(course.months.len(), 0.28);
    let label = labels(&course.months);
    let columns = course.months.iter().zip(label).enumerate().map(|(at, (month, label))| Column {
        month: *month,
        middle: bands.middle(at),
        x: bands.start(at),
        width: bands.mark(),
        bars: bars(course, at, &axis),
        unknown: course.series.iter().all(|series| series.values[at].is_none()),
        label,
    });
    let line = |values: &[Option<i64>]| {
        let point = |(at, value): (usize, &Option<i64>)| value.map(|v| (bands.middle(at), axis.below_top(number(v))));
        lines(values.iter().enumerate().map(point))
    };
    let lines = match course.kind {
        CourseKind::Lines => course.series.iter().map(|series| line(&series.values)).collect(),
        CourseKind::Stacked | CourseKind::Moves => Vec::new(),
    };
    Layout { ticks, columns: columns.collect(), lines }
}

/// The lowest and the highest that is drawn.
fn bounds(course: &Course) -> (i64, i64) {
    let all = |at: usize| course.series.get(at).into_iter().flat_map(|it| it.values.iter().flatten().copied());
    match course.kind {
        CourseKind::Lines => {
            let values = || (0..course.series.len()).flat_map(all);
            (values().min().unwrap_or(0).min(0), values().max().unwrap_or(0))
        }
        CourseKind::Moves => (-all(1).max().unwrap_or(0), all(0).max().unwrap_or(0)),
        CourseKind::Stacked => {
            let month = |at: usize| course.series.iter().filter_map(move |series| series.values[at]);
            let sums = (0..course.months.len())
                .map(|at| (month(at).filter(|n| *n < 0).sum::<i64>(), month(at).filter(|n| *n > 0).sum::<i64>()));
            sums.fold((0, 0), |(low, high), (down, up)| (low.min(down), high.max(up)))
        }
    }
}

/// Equal, round, whole steps around zero; values are `per` times what the ticks say.
fn axis(low: i64, high: i64, per: i64) -> (Axis, Vec<Tick>) {
    let intervals = if low < 0 { INTERVALS / 2 } else { INTERVALS };
    let step = ticks(high.max(low.saturating_neg()), intervals)[1];
    let down = low.saturating_neg().max(0).div_euclid(step) + i64::from(low.rem_euclid(step) != 0 && low < 0);
    let up = (high.max(0) + step - 1).div_euclid(step).max(1);
    let axis = Axis { low: number(-down * step * per), high: number(up * step * per) };
    let tick = |n: i64| Tick { y: axis.below_top(number(n * step * per)), value: n * step };
    let ticks = (-down..=up).map(tick).collect();
    (axis, ticks)
}

/// The bars of a month: upon each other, or gains above and losses below the axis.
fn bars(course: &Course, at: usize, axis: &Axis) -> Vec<Bar> {
    let (mut up, mut down) = (0.0, 0.0);
    let values = course.series.iter().enumerate().filter_map(|(series, it)| Some((series, it.values[at]?)));
    let bar = |(series, value): (usize, i64)| {
        let signed = if course.kind == CourseKind::Moves && series == 1 { -value } else { value };
        let from = if signed < 0 { &mut down } else { &mut up };
        let (start, end) = (*from, *from + number(signed));
        *from = end;
        let (top, bottom) = (axis.below_top(start.max(end)), axis.below_top(start.min(end)));
        Bar { series, y: top, height: bottom - top }
    };
    match course.kind {
        CourseKind::Lines => Vec::new(),
        CourseKind::Stacked | CourseKind::Moves => values.map(bar).collect(),
    }
}

/// The position of zero.
#[must_use]
pub fn zero(layout: &Layout) -> String {
    pct(layout.ticks.iter().find(|tick| tick.value == 0).map_or(100.0, |tick| tick.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Metric, Series, Title};

    fn course(kind: CourseKind, series: &[&[Option<i64>]]) -> Course {
        let first: Month = "2026-01".parse().unwrap();
        let one = |values: &&[Option<i64>]| Series { metric: Metric::Customers, name: None, values: values.to_vec() };
        Course {
            title: Title::CustomersByMonth,
            kind,
            months: (0..3).map(|n| first.plus(n)).collect(),
            series: series.iter().map(one).collect(),
        }
    }

    #[test]
    fn losses_lie_below_the_axis() {
        let layout = layout(&course(CourseKind::Moves, &[&[Some(4), Some(0), None], &[Some(2), Some(4), None]]));
        assert_eq!(layout.ticks.iter().map(|tick| tick.value).collect::<Vec<_>>(), [-4, -2, 0, 2, 4]);
        assert_eq!(zero(&layout), "50%");
        let first = &layout.columns[0].bars;
        assert_eq!((first[0].y, first[0].height, first[1].y, first[1].height), (0.0, 50.0, 50.0, 25.0));
        assert!(layout.columns[2].unknown && layout.columns[2].bars.is_empty());
    }

    #[test]
    fn parts_lie_upon_each_other_and_unknown_is_a_gap() {
        let stacked = layout(&course(CourseKind::Stacked, &[&[Some(30), None, Some(10)], &[Some(10), None, Some(0)]]));
        assert_eq!(stacked.ticks.last().map(|tick| tick.value), Some(40));
        let bars = &stacked.columns[0].bars;
        assert_eq!((bars[0].y, bars[0].height, bars[1].y, bars[1].height), (25.0, 75.0, 0.0, 25.0));
        let lines = layout(&course(CourseKind::Lines, &[&[Some(4), None, Some(2)]])).lines;
        let heights: Vec<Vec<f64>> = lines[0].iter().map(|piece| piece.iter().map(|(_, y)| *y).collect()).collect();
        assert_eq!(heights, [[0.0], [50.0]], "two pieces");
    }
}
