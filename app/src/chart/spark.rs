//! A small line without axes beside a figure.

use super::layout::{lines, polyline};
use super::scale::{Columns, number};
use leptos::prelude::*;

/// The course of a figure. Decoration: the figure and its change stand beside it.
#[component]
pub fn Spark(
    /// Oldest first; unknown months break the line.
    values: Vec<Option<f64>>,
    /// `sold`, `assigned` or `active`: the colour.
    class: &'static str,
) -> impl IntoView {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let last = i64::try_from(values.len()).unwrap_or(1).max(2) - 1;
    let columns = Columns::new(values.len(), 0.0);
    let y = |v: f64| if high > low { 92.0 - (v - low) / (high - low) * 84.0 } else { 50.0 };
    // From edge to edge, not from the middle of the first column to the middle of the last.
    let x = |i: usize| (columns.middle(i) - columns.middle(0)) * (number(last) + 1.0) / number(last);
    let pieces = lines(values.iter().enumerate().map(|(i, v)| v.map(|v| (x(i), y(v)))));
    view! {
        <svg class=format!("spark {class}") viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
            {pieces.iter().map(|piece| view! { <polyline points=polyline(piece) /> }).collect_view()}
        </svg>
    }
    .into_any()
}
