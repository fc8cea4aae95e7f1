//! Nothing there.

use super::Icon;
use leptos::prelude::*;

/// Nothing to show: why, and what to do about it.
#[component]
pub fn EmptyState(
    /// The drawing.
    #[prop(default = "empty")]
    icon: &'static str,
    /// In a few words.
    #[prop(into)]
    title: String,
    /// In a sentence.
    #[prop(into)]
    lead: String,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state boxed">
            <Icon name=icon />
            <h2>{title}</h2>
            <p>{lead}</p>
            {children.map(|children| view! { <div class="button-row">{children()}</div> })}
        </div>
    }
    .into_any()
}
