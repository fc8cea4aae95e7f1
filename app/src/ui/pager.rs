//! Pages of a table.

use crate::ui::use_text;
use leptos::prelude::*;

/// `1–50 of 1,204` with links back and forth.
#[component]
pub fn Pager(
    /// The page, from 0.
    page: u32,
    /// Rows a page.
    size: u32,
    /// Rows in all.
    total: u32,
    /// The address of a page.
    #[prop(into)]
    href: Callback<u32, String>,
) -> impl IntoView {
    let text = use_text();
    let (total, size) = (u64::from(total), u64::from(size.max(1)));
    let first = u64::from(page) * size;
    let until = (first + size).min(total);
    let range = (text.states.range)((first + 1).min(until), until, total);
    let step = |to: Option<u32>, words: &'static str, rel: &'static str| match to {
        Some(to) => view! { <a class="btn small" href=href.run(to) rel=rel>{words}</a> }.into_any(),
        None => view! { <span class="btn small" aria-disabled="true">{words}</span> }.into_any(),
    };
    view! {
        <nav class="pager" aria-label=text.states.pages>
            <span>{range}</span>
            <span class="button-row spread">
                {step(page.checked_sub(1), text.states.previous, "prev")}
                {step((until < total).then_some(page + 1), text.states.next, "next")}
            </span>
        </nav>
    }
    .into_any()
}
