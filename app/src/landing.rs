//! The landing page.

use crate::ui::mark_ready;
use leptos::prelude::*;
use leptos_router::components::A;

/// What a visitor sees first.
#[component]
pub fn Landing() -> impl IntoView {
    mark_ready("landing");
    view! {
        <main>
            <h1>"Seatscope"</h1>
            <p>"Licences, seats and revenue of a Microsoft partner, and who may see them."</p>
            <p>
                <A href="/method">"How the numbers are made"</A>
            </p>
        </main>
    }
}
