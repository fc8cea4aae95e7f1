//! What an address without a page shows.

use crate::ui::mark_ready;
use leptos::prelude::*;
use leptos_router::components::A;

/// The page for an unknown address; the server answers 404.
#[component]
pub fn NotFound() -> impl IntoView {
    mark_ready("not-found");
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    view! {
        <main>
            <h1>"There is nothing at this address"</h1>
            <p>
                <A href="/">"To the start"</A>
            </p>
        </main>
    }
}
