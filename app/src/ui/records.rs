//! What pages of records have in common: going back in time, and taking away all that is shown.

use super::{Drop, use_text};
use crate::visit::here;
use leptos::prelude::*;
use model::query_string;

/// The ways to take records away, all pages of what the pairs ask for. `name` is that of the file.
pub(crate) fn record_files(name: &str, pairs: &[(&'static str, String)]) -> AnyView {
    let t = use_text().licenses();
    let file = |end: &str| here(&format!("/export/{name}.{end}?{}", query_string(pairs)));
    let (csv, lines) = (file("csv"), file("jsonl"));
    view! {
        <Drop label=ViewFnOnce::from(move || t.download) panel="menu" end=true>
            <a href=csv download="" rel="external">"CSV"</a>
            <a href=lines download="" rel="external">"JSON Lines"</a>
        </Drop>
    }
    .into_any()
}

/// Steps to the newest records and to older ones: words, and an address where there are any.
pub(crate) fn record_pager(label: &'static str, steps: [(&'static str, Option<String>); 2]) -> AnyView {
    let step = |(words, to): (&'static str, Option<String>)| match to {
        Some(href) => view! { <a class="btn small" href=href>{words}</a> }.into_any(),
        None => view! { <span class="btn small" aria-disabled="true">{words}</span> }.into_any(),
    };
    view! {
        <nav class="pager" aria-label=label>
            <span class="button-row spread">{Vec::from(steps.map(step))}</span>
        </nav>
    }
    .into_any()
}
