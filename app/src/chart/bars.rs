//! Bars inside table rows. Decoration: the numbers stand beside them.

use super::scale::{number, pct};
use leptos::prelude::*;
use model::Percent;

/// A part inside its whole, both against the largest whole of the table: assigned inside sold.
#[component]
pub fn InlineBar(
    /// For instance licences assigned.
    part: Option<i64>,
    /// For instance licences sold.
    whole: Option<i64>,
    /// The largest number of the table.
    max: i64,
    /// `assigned` or `active`: the colour of the part.
    class: &'static str,
) -> impl IntoView {
    let width = move |n: Option<i64>| pct(number(n.unwrap_or(0).max(0)) / number(max.max(1)) * 100.0);
    view! {
        <svg class="inline-bar" aria-hidden="true">
            <rect class="mark sold" width=width(whole) height="10" rx="1.5" />
            <rect class=format!("mark {class}") width=width(part) height="10" rx="1.5" />
        </svg>
    }
    .into_any()
}

/// A percentage on a track of 100; more than 100 fills it.
#[component]
pub fn PercentBar(
    /// The percentage.
    value: Option<Percent>,
    /// `assigned` or `active`: the colour.
    class: &'static str,
) -> impl IntoView {
    let share = value.map_or(0.0, Percent::as_f64).clamp(0.0, 100.0);
    view! {
        <svg class="percent-bar" aria-hidden="true">
            <rect class="track" width="100%" height="6" rx="3" />
            <rect class=format!("mark {class}") width=pct(share) height="6" rx="3" />
        </svg>
    }
    .into_any()
}
