//! Parts of tables.

use crate::{chart::PercentBar, text::format, ui::use_text};
use leptos::prelude::*;
use model::Percent;

/// Lets a wide table scroll inside its card; the keyboard can reach it.
#[component]
pub fn TableWrap(
    /// What the table shows.
    #[prop(into)]
    label: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! { <div class="table-wrap" tabindex="0" role="region" aria-label=label>{children()}</div> }.into_any()
}

/// A cell of a list table with a percentage and its bar.
#[component]
pub fn PercentCell(
    /// The percentage.
    value: Option<Percent>,
    /// `assigned` or `active`: the colour.
    class: &'static str,
    /// The column's name, for the card on a phone.
    label: &'static str,
) -> impl IntoView {
    let text = use_text();
    let over = value.filter(|p| p.hundredths() > 10_000).map(|_| text.licenses().over_100);
    view! {
        <td class="num" data-label=label role="cell">
            <span class="with-bar" title=over>
                {value.map(|value| view! { <PercentBar value=Some(value) class /> })}
                <span>{format::percent_short(value)}</span>
            </span>
        </td>
    }
    .into_any()
}
