//! What an address without a page shows.

use crate::ui::{ErrorState, mark_ready, use_text};
use leptos::prelude::*;
use leptos_meta::Title;
use model::AppError;

/// The page for an unknown address; the server answers 404.
#[component]
pub fn NotFound() -> impl IntoView {
    mark_ready("not-found");
    #[cfg(feature = "ssr")]
    crate::request::set_status(&AppError::NotFound);
    let text = use_text();
    view! {
        <Title text=(text.nav.title)(text.errors.not_found_title) />
        <div class="page"><ErrorState error=AppError::NotFound /></div>
    }
}
