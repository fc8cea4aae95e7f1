//! Icons from the one sprite.

use leptos::prelude::*;

/// A drawing of `public/icons.svg`. Decoration: words stand beside it, or the button has a label.
#[component]
pub fn Icon(
    /// The symbol's id.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("/icons.svg#{name}") />
        </svg>
    }
}
