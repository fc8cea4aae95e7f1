//! One role of one person in a review.

use super::api;
use crate::{
    routes::to,
    ui::{Tag, TagKind, use_text},
    visit::here,
};
use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};
use model::{ReviewId, ReviewItem, Ruling};

/// An item with what is said of it, which changes while one works.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The review.
    pub review: ReviewId,
    /// When it was started.
    pub started_at: Timestamp,
    /// The item as the server told it.
    pub item: ReviewItem,
    /// What is said of it now.
    pub verdict: RwSignal<Option<Ruling>>,
    /// Why.
    pub note: RwSignal<String>,
    /// Whether the server took the last word.
    pub failed: RwSignal<bool>,
}

impl Entry {
    /// As the server told it.
    pub fn new(review: ReviewId, started_at: Timestamp, item: ReviewItem) -> Self {
        let (verdict, note) = (RwSignal::new(item.decision), RwSignal::new(item.note.clone()));
        Self { review, started_at, item, verdict, note, failed: RwSignal::new(false) }
    }

    /// Says it at once, and takes it back when the server does not take it.
    pub fn say(&self, verdict: Option<Ruling>) {
        let before = self.verdict.get_untracked();
        self.verdict.set(verdict);
        let (shown, failed) = (self.verdict, self.failed);
        let (person, role) = (self.item.person, self.item.role);
        let saved = api::mark(self.review, person, role, verdict, self.note.get_untracked());
        spawn_local(async move {
            let refused = saved.await.is_err();
            failed.set(refused);
            if refused {
                shown.set(before);
            }
        });
    }

    fn days_unused(&self) -> Option<i64> {
        Some((self.started_at.as_second() - self.item.last_used?.as_second()).max(0) / 86_400)
    }
}

/// The row: who, what, since when unused; the recommendation; keep, revoke, note. A form of its own, so that it works without
/// JavaScript too.
#[component]
pub fn Item(
    /// Its place in the list.
    index: usize,
    /// The item.
    entry: Entry,
) -> impl IntoView {
    let text = use_text();
    let t = text.reviews();
    let item = entry.item.clone();
    let (verdict, failed, note) = (entry.verdict, entry.failed, entry.note);
    let role = (text.roles.name)(item.role);
    let why = (t.why)(entry.days_unused());
    let gone = (!item.held).then(|| view! { " " <Tag kind=TagKind::Warning label=t.not_held /> });
    let class = move || match verdict.get() {
        None => "review-item",
        Some(Ruling::Keep) => "review-item keep",
        Some(Ruling::Revoke) => "review-item revoke",
    };
    let button = |wanted: Ruling, words: &'static str, name: String| {
        let entry = entry.clone();
        let pressed = move || (verdict.get() == Some(wanted)).to_string();
        view! {
            <button
                class="btn small"
                name="verdict"
                value=wanted.key()
                aria-label=name
                aria-pressed=pressed
                on:click=move |event| {
                    event.prevent_default();
                    entry.say(Some(wanted));
                }
            >
                {words}
            </button>
        }
    };
    let keep = button(Ruling::Keep, t.keep, (t.keep_of)(role, &item.name));
    let revoke = button(Ruling::Revoke, t.revoke, (t.revoke_of)(role, &item.name));
    let review = entry.review;
    let noted = move |words: String| {
        note.set(words);
        entry.say(verdict.get_untracked());
    };
    view! {
        <li class=class id=format!("item-{index}") tabindex="0" data-said=move || (t.said)(verdict.get())>
            <div>
                <p><a href=to::person(item.person)>{item.name.clone()}</a> " " <span class="caption">{item.email.clone()}</span></p>
                <p><strong>{role}</strong>{gone}</p>
            </div>
            <div>
                <p>{(t.recommended)(item.recommendation)}</p>
                <p class="caption">{why}</p>
                <p class="down" role="alert">{move || failed.get().then_some(t.not_saved)}</p>
            </div>
            <form method="post" action=here("/api/reviews/mark")>
                // The first button is the one that Enter presses: none is to be pressed by accident.
                <button disabled hidden></button>
                <input type="hidden" name="review" value=review.to_string() />
                <input type="hidden" name="person" value=item.person.to_string() />
                <input type="hidden" name="role" value=item.role.key() />
                <input
                    class="input"
                    name="note"
                    id=format!("note-{index}")
                    maxlength="500"
                    autocomplete="off"
                    placeholder=t.note
                    aria-label=(t.note_of)(&item.name)
                    value=note.get_untracked()
                    on:change:target=move |event| noted(event.target().value())
                />
                {keep}
                {revoke}
            </form>
        </li>
    }
    .into_any()
}
