//! Charts of pages as drawings: the same places, in points in place of percent.

use super::{Align, Chart, Drawing, Ink, LETTERS, Mark};
use crate::{
    chart::{
        course_layout,
        layout::{self, Label, Tick},
        series_name, trend_summary,
    },
    text::{Text, format},
};
use model::{Course, Month, MonthRange, TrendPoint, Unit};

/// The width between the margins of A4.
const WIDTH: f64 = 499.0;
const HEIGHT: f64 = 178.0;
/// Room for axes.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 30.0;
const ABOVE: f64 = 16.0;
const BELOW: f64 = 28.0;

/// A place of a layout, in points.
fn x(percent: f64) -> f64 {
    LEFT + (WIDTH - LEFT - RIGHT) * percent / 100.0
}

fn y(percent: f64) -> f64 {
    ABOVE + tall(percent)
}

fn wide(percent: f64) -> f64 {
    (WIDTH - LEFT - RIGHT) * percent / 100.0
}

fn tall(percent: f64) -> f64 {
    (HEIGHT - ABOVE - BELOW) * percent / 100.0
}

/// Licences by month.
pub(super) fn trend(text: &'static Text, title: String, points: &[TrendPoint]) -> Chart {
    let (t, chart) = (text.licenses(), layout::trend(points));
    let mut marks = axis(&chart.seats, |value| format::compact(text.locale, value), t.axis_seats);
    for tick in &chart.percent {
        marks.push(words(WIDTH - RIGHT + 6.0, y(tick.y) + LETTERS / 3.0, Align::Start, format::int(tick.value)));
    }
    marks.push(words(WIDTH, LETTERS, Align::End, t.axis_percent.to_owned()));
    for column in &chart.columns {
        let bar = |top: Option<f64>, fill, edge| {
            top.map(|top| Mark::Box {
                x: x(column.x),
                y: y(top),
                width: wide(column.width),
                height: tall(100.0 - top),
                fill,
                edge,
            })
        };
        marks.extend(bar(column.sold, Some(Ink::SOLD), Some(Ink::EDGE)));
        marks.extend(bar(column.assigned, Some(Ink::ASSIGNED), None));
        // More assigned than sold: the outline of what was sold stays in sight.
        let over = column.sold.filter(|sold| column.assigned.is_some_and(|assigned| assigned < *sold));
        marks.extend(bar(over, None, Some(Ink::TEXT)));
        if column.sold.is_none() && column.assigned.is_none() {
            marks.push(words(x(column.middle), y(100.0) - 4.0, Align::Middle, format::NONE.to_owned()));
        }
        marks.extend(label(text, column.point.month, column.middle, column.label));
    }
    marks.extend(chart.lines.iter().flat_map(|piece| line(piece, Ink::ACTIVE)));
    let legend = [(Ink::SOLD, t.key_sold), (Ink::ASSIGNED, t.key_assigned), (Ink::ACTIVE, t.key_usage)];
    Chart {
        title,
        summary: trend_summary(text, points),
        legend: legend.map(|(ink, name)| (ink, name.to_owned())).to_vec(),
        drawing: Drawing { width: WIDTH, height: HEIGHT, marks },
    }
}

/// A course of a page of figures.
pub(super) fn course(text: &'static Text, course: &Course) -> Chart {
    let (t, laid) = (text.insight(), course_layout::layout(course));
    let unit = match course.series.first().map(|series| series.metric.unit()) {
        Some(Unit::UsdCents) => "US$",
        Some(Unit::Percent) => "%",
        _ => "",
    };
    let last = Ink::SERIES.len() - 1;
    let parted = course.series.iter().any(|series| series.name.is_some());
    let ink = |at: usize| {
        let rest = parted && course.series.get(at).is_some_and(|series| series.name.is_none());
        Ink::SERIES[if rest { last } else { at.min(last) }]
    };
    let mut marks = axis(&laid.ticks, |value| format::compact(text.locale, value), unit);
    for column in &laid.columns {
        let bars = column.bars.iter().map(|bar| Mark::Box {
            x: x(column.x),
            y: y(bar.y),
            width: wide(column.width),
            height: tall(bar.height),
            fill: Some(ink(bar.series)),
            edge: Some(Ink::PAPER),
        });
        marks.extend(bars);
        if column.unknown {
            marks.push(words(x(column.middle), y(100.0) - 4.0, Align::Middle, format::NONE.to_owned()));
        }
        marks.extend(label(text, column.month, column.middle, column.label));
    }
    for (at, pieces) in laid.lines.iter().enumerate() {
        marks.extend(pieces.iter().flat_map(|piece| line(piece, ink(at))));
    }
    let names: Vec<String> = course.series.iter().map(|series| series_name(text, course, series)).collect();
    let figure = |(series, name): (&model::Series, &String)| {
        let value = series.values.last().copied().flatten();
        (text.states.colon)(name, &format::value(text.locale, series.metric.unit(), value))
    };
    let figures: Vec<String> = course.series.iter().zip(&names).map(figure).collect();
    let months = course.months.first().zip(course.months.last());
    let span = months.map(|(from, to)| format::months(text.locale, MonthRange { from: *from, to: *to }));
    let title = t.title(course.title).to_owned();
    Chart {
        summary: (t.summary)(&title, &span.unwrap_or_default(), &(text.states.join)(&figures)),
        title,
        legend: names.into_iter().enumerate().map(|(at, name)| (ink(at), name)).collect(),
        drawing: Drawing { width: WIDTH, height: HEIGHT, marks },
    }
}

/// Grid lines with their values, and what they count.
fn axis(ticks: &[Tick], value: impl Fn(i64) -> String, unit: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for tick in ticks {
        let ink = if tick.value == 0 { Ink::EDGE } else { Ink::GRID };
        marks.push(Mark::Line { points: vec![(LEFT, y(tick.y)), (WIDTH - RIGHT, y(tick.y))], ink, width: 0.6 });
        marks.push(words(LEFT - 6.0, y(tick.y) + LETTERS / 3.0, Align::End, value(tick.value)));
    }
    marks.extend((!unit.is_empty()).then(|| words(LEFT - 6.0, LETTERS, Align::End, unit.to_owned())));
    marks
}

fn line(piece: &[(f64, f64)], ink: Ink) -> [Mark; 2] {
    let points: Vec<(f64, f64)> = piece.iter().map(|(at, top)| (x(*at), y(*top))).collect();
    // A month between unknown ones is a short stroke.
    let points = match points.as_slice() {
        [(at, top)] => vec![(at - 3.0, *top), (at + 3.0, *top)],
        _ => points,
    };
    [Mark::Line { points: points.clone(), ink: Ink::PAPER, width: 3.6 }, Mark::Line { points, ink, width: 1.8 }]
}

fn label(text: &'static Text, month: Month, middle: f64, label: Label) -> Vec<Mark> {
    let at = |rows: f64, name| words(x(middle), y(100.0) + rows * (LETTERS + 3.0), Align::Middle, name);
    let month_name = label.month.then(|| at(1.0, format::month_name(text.locale, month)));
    month_name.into_iter().chain(label.year.then(|| at(2.0, format::year_short(text.locale, month)))).collect()
}

fn words(x: f64, y: f64, align: Align, words: String) -> Mark {
    Mark::Words { x, y, align, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Locale, text};
    use model::Seats;

    #[test]
    fn a_drawing_stays_inside_its_edges() {
        let first: Month = "2025-11".parse().unwrap();
        let seats = Seats { sold: Some(1_000_000), assigned: Some(3), qualified: Some(4), active: Some(5) };
        let points: Vec<TrendPoint> = (0..24).map(|n| TrendPoint { month: first.plus(n), seats }).collect();
        for mark in trend(text(Locale::En), String::new(), &points).drawing.marks {
            let inside = |x: f64, y: f64| (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y);
            match mark {
                Mark::Box { x, y, width, height, .. } => assert!(inside(x, y) && inside(x + width, y + height)),
                Mark::Line { points, .. } => assert!(points.into_iter().all(|(x, y)| inside(x, y))),
                Mark::Words { x, y, .. } => assert!(inside(x, y)),
            }
        }
    }
}
