//! Which columns a table shows.

use super::{Drop, Icon, use_text};
use leptos::prelude::*;

/// A menu of columns: each link turns one on or off. Columns are names, whether they are shown, and addresses.
#[component]
pub fn Columns(columns: Vec<(&'static str, bool, String)>) -> impl IntoView {
    let t = &use_text().states;
    let items = columns.into_iter().map(|(name, shown, href)| {
        let mark = if shown { view! { <Icon name="check" /> }.into_any() } else { ().into_any() };
        let said = if shown { t.column_shown } else { t.column_hidden };
        view! { <a href=href aria-current=shown.then_some("true")><span class="tick">{mark}</span>{name}<span class="visually-hidden">{said}</span></a> }
    });
    let items = items.collect_view();
    view! {
        <Drop label=ViewFnOnce::from(|| t.columns) panel="menu" button="btn small" end=true>
            {items}
        </Drop>
    }
    .into_any()
}
