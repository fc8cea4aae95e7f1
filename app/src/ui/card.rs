//! A card with a heading.

use leptos::prelude::*;

/// A section in a card.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: String,
    /// A count beside it.
    #[prop(optional, into)]
    count: Option<String>,
    /// What stands on the right of the heading.
    #[prop(optional, into)]
    tools: ViewFnOnce,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{title} {count.map(|count| view! { <span class="count">{count}</span> })}</h2>
                {tools.run()}
            </div>
            {children()}
        </section>
    }
    .into_any()
}
