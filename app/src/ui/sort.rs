//! Headings that sort.

use crate::ui::use_text;
use leptos::prelude::*;

/// A heading of a column; following it sorts by that column, or turns the order round.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: String,
    /// The address with that order.
    #[prop(into)]
    href: String,
    /// Whether the table is sorted by it now: smallest first, or largest first.
    #[prop(optional_no_strip)]
    ascending: Option<bool>,
    /// Whether the column holds numbers.
    #[prop(optional)]
    num: bool,
) -> impl IntoView {
    let text = use_text();
    let (sort, arrow) = match ascending {
        Some(true) => (Some("ascending"), Some("↑")),
        Some(false) => (Some("descending"), Some("↓")),
        None => (None, None),
    };
    let name = (text.states.sort_by)(&label);
    view! {
        <th scope="col" class=if num { "num" } else { "" } aria-sort=sort>
            <a href=href title=name>
                {label}
                {arrow.map(|arrow| view! { <span aria-hidden="true">{arrow}</span> })}
            </a>
        </th>
    }
    .into_any()
}
