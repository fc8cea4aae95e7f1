//! Where everything of a chart lies, as plain numbers in percent of the drawing.

use super::scale::{Columns, Linear, number, ticks};
use model::{Month, TrendPoint};

/// How many intervals the axes have; both share the grid lines.
const INTERVALS: u32 = 4;
/// More labels than this do not fit under a chart.
const LABELS: usize = 13;

/// A tick of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// From the top.
    pub y: f64,
    /// What it says.
    pub value: i64,
}

/// What stands under a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Whether the month is named at all.
    pub month: bool,
    /// Whether a narrow screen leaves it out.
    pub alternate: bool,
    /// Whether the year stands below.
    pub year: bool,
}

/// One month of the trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// What it shows.
    pub point: TrendPoint,
    /// The middle.
    pub middle: f64,
    /// The left side of its bars.
    pub x: f64,
    /// The width of its bars.
    pub width: f64,
    /// The top of the bar of licences sold; nothing when unknown.
    pub sold: Option<f64>,
    /// The top of the bar of licences assigned.
    pub assigned: Option<f64>,
    /// The height of the line.
    pub usage: Option<f64>,
    /// What stands under it.
    pub label: Label,
}

/// The chart of licences by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The left axis: seats.
    pub seats: Vec<Tick>,
    /// The right axis: percent.
    pub percent: Vec<Tick>,
    /// The months.
    pub columns: Vec<Column>,
    /// The line, broken where a month is unknown.
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// Lays out the chart of licences by month.
#[must_use]
pub fn trend(points: &[TrendPoint]) -> Trend {
    let most = points.iter().flat_map(|p| [p.seats.sold, p.seats.assigned]).flatten().max().unwrap_or(0);
    let highest = points.iter().filter_map(|p| p.seats.usage()).map(|p| (p.hundredths() + 99) / 100).max();
    let (seats, percent) = (ticks(most, INTERVALS), ticks(highest.unwrap_or(0).max(100), INTERVALS));
    let (left, right) = (Linear::over(&seats), Linear::over(&percent));
    let bands = Columns::new(points.len(), 0.28);
    let labels = labels(&points.iter().map(|p| p.month).collect::<Vec<_>>());
    let columns: Vec<Column> = points
        .iter()
        .zip(labels)
        .enumerate()
        .map(|(i, (point, label))| Column {
            point: *point,
            middle: bands.middle(i),
            x: bands.start(i),
            width: bands.mark(),
            sold: point.seats.sold.map(|n| left.from_top(number(n))),
            assigned: point.seats.assigned.map(|n| left.from_top(number(n))),
            usage: point.seats.usage().map(|p| right.from_top(p.as_f64())),
            label,
        })
        .collect();
    let marks = |ticks: &[i64], scale: Linear| -> Vec<Tick> {
        ticks.iter().map(|value| Tick { y: scale.from_top(number(*value)), value: *value }).collect()
    };
    let lines = lines(columns.iter().map(|c| c.usage.map(|y| (c.middle, y))));
    Trend { seats: marks(&seats, left), percent: marks(&percent, right), columns, lines }
}

/// Pieces of a line, broken where there is no value.
#[must_use]
pub fn lines(points: impl IntoIterator<Item = Option<(f64, f64)>>) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = vec![Vec::new()];
    for point in points {
        match (point, pieces.last_mut()) {
            (Some(point), Some(piece)) => piece.push(point),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Points for a `polyline` whose view box is 1000 by 1000.
#[must_use]
pub fn polyline(points: &[(f64, f64)]) -> String {
    points.iter().map(|(x, y)| format!("{:.1},{:.1}", x * 10.0, y * 10.0)).collect::<Vec<_>>().join(" ")
}

/// Which months are named, counted from the newest, and under which the year stands.
#[must_use]
pub fn labels(months: &[Month]) -> Vec<Label> {
    let step = months.len().div_ceil(LABELS).max(1);
    let mut labels: Vec<Label> = (0..months.len())
        .map(|i| {
            let from_end = months.len() - 1 - i;
            Label { month: from_end.is_multiple_of(step), alternate: !(from_end / step).is_multiple_of(2), year: false }
        })
        .collect();
    let mut shown: Option<usize> = None;
    for i in (0..months.len()).filter(|i| (months.len() - 1 - i).is_multiple_of(step)) {
        let new_year = shown.is_none_or(|last| months[last].year() != months[i].year());
        // Two years side by side would run into each other: the later one tells enough.
        if let Some(last) = shown.filter(|_| new_year) {
            labels[last].year = false;
        }
        labels[i].year = new_year;
        shown = Some(i);
    }
    labels
}

#[cfg(test)]
mod tests;
