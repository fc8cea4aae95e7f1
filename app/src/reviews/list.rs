//! The review under way: its items, how far it is, and what finishing it will do.

use super::{
    api::Finish,
    item::{Entry, Item},
    keys,
};
use crate::{
    text::format,
    ui::{Card, use_text},
};
use leptos::{form::ActionForm, prelude::*};
use model::{Review, Ruling};

/// Every role that somebody holds, each to be kept or revoked.
#[component]
pub fn ReviewList(
    /// The review.
    review: Review,
    /// Finishing it.
    finish: ServerAction<Finish>,
) -> impl IntoView {
    let text = use_text();
    let t = text.reviews();
    let id = review.id;
    let by = review.started_by.clone().unwrap_or_default();
    let started = (t.started)(&by, &format::date_time(text.locale, review.started_at));
    let entries: Vec<Entry> = review.items.into_iter().map(|item| Entry::new(id, review.started_at, item)).collect();
    let entries = StoredValue::new(entries);
    let all = entries.read_value().len();
    let done = move || entries.read_value().iter().filter(|entry| entry.verdict.get().is_some()).count();
    let left = Memo::new(move |_| all - done());
    let shortcuts = RwSignal::new(true);
    let items = entries.get_value().into_iter().enumerate().map(|(index, entry)| view! { <Item index entry /> });
    view! {
        <Card title=t.items>
            <p class="caption">{started}</p>
            <p role="status">{move || (t.progress)((all - left.get()) as u64, all as u64)}</p>
            <progress class="progress" aria-label=t.title max=all prop:value=move || all - left.get() value=all - left.get_untracked()></progress>
            <label class="check">
                <input type="checkbox" checked=true on:change:target=move |event| shortcuts.set(event.target().checked()) />
                <span>{t.shortcuts}<br /><span class="caption">{t.shortcuts_help}</span></span>
            </label>
            <ul class="review" on:keydown=move |event| if shortcuts.get_untracked() { keys::pressed(&event, entries) }>
                {items.collect_view()}
            </ul>
        </Card>
        <Card title=t.outcome>{move || outcome(entries)}</Card>
        <ActionForm action=finish>
            <input type="hidden" name="review" value=id.to_string() />
            <div class="action-bar">
                <span role="status">{move || (t.finish_help)(left.get() as u64)}</span>
                <button class="btn primary" disabled=move || left.get() != 0 || finish.pending().get()>{t.finish}</button>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// What finishing would take from whom.
fn outcome(entries: StoredValue<Vec<Entry>>) -> AnyView {
    let text = use_text();
    let t = text.reviews();
    let taken = entries.get_value().into_iter().filter(|it| it.item.held && it.verdict.get() == Some(Ruling::Revoke));
    let taken: Vec<String> =
        taken.map(|it| (text.states.colon)(&it.item.name, (text.roles.name)(it.item.role))).collect();
    if taken.is_empty() {
        return view! { <p>{t.outcome_none}</p> }.into_any();
    }
    let taken = taken.into_iter().map(|words| view! { <li>{words}</li> });
    view! { <p>{t.outcome_lead}</p><ul class="ticks lost">{taken.collect_view()}</ul> }.into_any()
}
