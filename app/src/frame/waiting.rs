//! What waits for the visitor: the bell, and the numbers in the navigation.

use crate::{
    notices::what_waits,
    routes::to,
    ui::{Icon, use_text},
    visit::use_visit,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use model::Waiting;

/// What waits, and the way to ask for it anew.
#[derive(Clone, Copy)]
pub(crate) struct Waits(RwSignal<Waiting>);

impl Waits {
    /// Asks the server again, after something was seen or decided. In the browser only.
    pub(crate) fn refresh(self) {
        spawn_local(async move {
            if let Ok(now) = what_waits().await {
                self.0.set(now);
            }
        });
    }
}

/// Puts what waits into context: as the page brought it, asked for anew with each further page.
pub(super) fn provide_waiting() {
    let waits = Waits(RwSignal::new(use_visit().waiting));
    provide_context(waits);
    let path = use_location().pathname;
    Effect::new(move |before: Option<()>| {
        path.track();
        if before.is_some() {
            waits.refresh();
        }
    });
}

/// What waits; nothing outside of the frame.
pub(crate) fn use_waiting() -> Waits {
    use_context().unwrap_or_else(|| Waits(RwSignal::new(Waiting::default())))
}

/// The way to the notices, with how many are new.
#[component]
pub fn Bell() -> impl IntoView {
    let t = &use_text().nav;
    let waits = use_waiting().0;
    let name = move || match waits.get().notices {
        0 => t.notices.to_owned(),
        n => (t.notices_new)(n.into()),
    };
    view! {
        <a class="icon-btn bell" href=to::NOTICES aria-label=name title=t.notices>
            <Icon name="bell" />
            <Count n=Signal::derive(move || waits.get().notices) />
        </a>
    }
}

/// How many requests wait for the visitor's decision.
#[component]
pub fn RequestCount() -> impl IntoView {
    let waits = use_waiting().0;
    view! { <Count n=Signal::derive(move || waits.get().requests) /> }
}

#[component]
fn Count(n: Signal<u32>) -> impl IntoView {
    let waiting = use_text().nav.waiting;
    view! { <span class="badge" hidden=move || n.get() == 0>{n}<span class="visually-hidden">" "{waiting}</span></span> }
}
