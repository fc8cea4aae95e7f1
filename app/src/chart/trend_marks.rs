//! The drawing of [`TrendChart`](super::TrendChart): axes, bars, line.

use super::{
    layout::{Column, Label, Trend, polyline},
    scale::pct,
};
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::prelude::*;
use model::Month;

/// The drawing. Labels lie outside the view port of the SVG, in the padding of its parent.
#[component]
pub(super) fn Marks(id: &'static str, chart: Trend, summary: String, incomplete: Option<Month>) -> impl IntoView {
    let text = use_text();
    let hatch = format!("{id}-hatch");
    let fill = format!("url(#{hatch})");
    let columns = chart.columns.clone();
    view! {
        <svg role="img" aria-label=summary>
            <defs>
                <pattern id=hatch width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="hatch-line" x1="0" y1="0" x2="0" y2="7" />
                </pattern>
            </defs>
            {axes(text, &chart)}
            {columns
                .iter()
                .map(|column| bars(text, column, incomplete.is_some_and(|from| column.point.month >= from).then(|| fill.clone())))
                .collect_view()}
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
                {chart.lines.iter().map(|piece| line(polyline(piece))).collect_view()}
            </svg>
            {columns
                .iter()
                .filter_map(|c| Some(view! { <circle class="dot" cx=pct(c.middle) cy=pct(c.usage?) r="3" /> }))
                .collect_view()}
            {columns.iter().map(|column| label(text, column.point.month, column.middle, column.label)).collect_view()}
        </svg>
    }
    .into_any()
}

fn axes(text: &'static Text, chart: &Trend) -> AnyView {
    let lines = chart.seats.iter().map(|tick| {
        let class = if tick.value == 0 { "grid-line zero" } else { "grid-line" };
        view! {
            <line class=class x1="0" x2="100%" y1=pct(tick.y) y2=pct(tick.y) />
            <text x="0" dx="-8" y=pct(tick.y) dy="0.35em" text-anchor="end">{format::int(tick.value)}</text>
        }
    });
    let percent = chart.percent.iter().map(|tick| {
        view! { <text x="100%" dx="8" y=pct(tick.y) dy="0.35em">{format::int(tick.value)}</text> }
    });
    view! {
        {lines.collect_view()}
        {percent.collect_view()}
        <text class="axis-title" x="0" dx="-8" y="0" dy="-1.3em" text-anchor="end">{text.licenses().axis_seats}</text>
        <text class="axis-title" x="100%" dx="2.2em" y="0" dy="-1.3em" text-anchor="end">{text.licenses().axis_percent}</text>
    }
    .into_any()
}

fn bars(text: &'static Text, column: &Column, hatch: Option<String>) -> AnyView {
    let (x, width) = (pct(column.x), pct(column.width));
    let bar = |class: &'static str, top: Option<f64>| {
        let top = top?;
        Some(view! { <rect class=class x=x.clone() width=width.clone() y=pct(top) height=pct(100.0 - top) /> })
    };
    let unknown = column.sold.is_none() && column.assigned.is_none();
    // More assigned than sold: the outline of what was sold stays in sight.
    let over = column.sold.filter(|sold| column.assigned.is_some_and(|assigned| assigned < *sold));
    let highest = column.sold.into_iter().chain(column.assigned).reduce(f64::min);
    view! {
        {bar("mark sold", column.sold)}
        {bar("mark assigned", column.assigned)}
        {bar("mark outline", over)}
        {hatch.zip(highest).map(|(fill, top)| {
            view! { <rect class="mark hatched" fill=fill x=x.clone() width=width.clone() y=pct(top) height=pct(100.0 - top) /> }
        })}
        {unknown.then(|| view! {
            <rect class="gap-box" x=x.clone() width=width.clone() y="55%" height="45%" />
            <svg x=pct(column.middle) y="100%" overflow="visible">
                <text class="gap-label" transform="rotate(-90)" x="8" dy="0.35em">{text.licenses().unknown}</text>
            </svg>
        })}
    }
    .into_any()
}

fn line(points: String) -> AnyView {
    view! {
        <polyline class="line-halo" points=points.clone() />
        <polyline class="line" points=points />
    }
    .into_any()
}

/// The names of month and year under a column.
pub(super) fn label(text: &'static Text, month: Month, middle: f64, label: Label) -> AnyView {
    let class = if label.alternate { "x-label alt" } else { "x-label" };
    view! {
        {label.month.then(|| view! {
            <text class=class x=pct(middle) y="100%" dy="1.5em" text-anchor="middle">{format::month_name(text.locale, month)}</text>
        })}
        {label.year.then(|| view! {
            <text x=pct(middle) y="100%" dy="2.8em" text-anchor="middle">{format::year_short(text.locale, month)}</text>
        })}
    }
    .into_any()
}
