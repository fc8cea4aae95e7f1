//! The drawing of [`CourseChart`](super::CourseChart): axis, bars, lines.

use super::{
    course_layout::{Column, Layout, zero},
    layout::polyline,
    scale::pct,
    trend_marks::label,
};
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::prelude::*;

/// The drawing. Labels lie outside the view port of the SVG, in the padding of its parent.
#[component]
pub(super) fn Marks(
    /// Where everything lies.
    layout: Layout,
    /// The class of the colour of each series.
    colours: Vec<&'static str>,
    /// What the axis counts.
    unit: &'static str,
    /// The whole chart in one sentence.
    summary: String,
) -> impl IntoView {
    let text = use_text();
    let zero = zero(&layout);
    let ticks = layout.ticks.iter().map(|tick| {
        let class = if tick.value == 0 { "grid-line zero" } else { "grid-line" };
        view! {
            <line class=class x1="0" x2="100%" y1=pct(tick.y) y2=pct(tick.y) />
            <text x="0" dx="-8" y=pct(tick.y) dy="0.35em" text-anchor="end">{format::compact(text.locale, tick.value)}</text>
        }
    });
    let lines = layout.lines.iter().zip(&colours).flat_map(|(pieces, colour)| {
        pieces.iter().map(move |piece| {
            let class = format!("line {colour}");
            view! {
                <polyline class="line-halo" points=polyline(piece) />
                <polyline class=class points=polyline(piece) />
            }
        })
    });
    let dots = layout.lines.iter().zip(&colours).flat_map(|(pieces, colour)| {
        pieces.iter().flatten().map(move |(x, y)| {
            view! { <circle class=format!("dot {colour}") cx=pct(*x) cy=pct(*y) r="3" /> }
        })
    });
    view! {
        <svg role="img" aria-label=summary>
            {ticks.collect_view()}
            <text class="axis-title" x="0" dx="-8" y="0" dy="-1.3em" text-anchor="end">{unit}</text>
            {layout.columns.iter().map(|column| bars(text, column, &colours, &zero)).collect_view()}
            <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
                {lines.collect_view()}
            </svg>
            {dots.collect_view()}
            {layout.columns.iter().map(|it| label(text, it.month, it.middle, it.label)).collect_view()}
        </svg>
    }
    .into_any()
}

fn bars(text: &'static Text, column: &Column, colours: &[&'static str], zero: &str) -> AnyView {
    let (x, width) = (pct(column.x), pct(column.width));
    let bars = column.bars.iter().map(|bar| {
        let class = format!("mark {}", colours.get(bar.series).copied().unwrap_or_default());
        view! { <rect class=class x=x.clone() width=width.clone() y=pct(bar.y) height=pct(bar.height) /> }
    });
    let unknown = column.unknown.then(|| {
        view! {
            <svg x=pct(column.middle) y=zero.to_owned() overflow="visible">
                <text class="gap-label" transform="rotate(-90)" x="8" dy="0.35em">{text.licenses().unknown}</text>
            </svg>
        }
    });
    view! { <g>{bars.collect_view()} {unknown}</g> }.into_any()
}
