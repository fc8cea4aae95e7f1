//! Nothing there, and not allowed.

use super::Icon;
use crate::ui::use_text;
use leptos::prelude::*;
use model::Role;

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

/// A page that the visitor may not see: which role opens it, and who can grant it.
#[component]
pub fn NotAllowed(
    /// The role that opens it.
    role: Role,
    /// The people who can grant it.
    can_grant: Vec<String>,
) -> impl IntoView {
    let text = use_text();
    let t = &text.errors;
    let name = (text.roles.name)(role);
    let people = if can_grant.is_empty() {
        view! { <p>{t.nobody_can_grant}</p> }.into_any()
    } else {
        view! {
            <p>{t.who_can_grant}</p>
            <ul class="tags names">{can_grant.into_iter().map(|name| view! { <li class="tag">{name}</li> }).collect_view()}</ul>
            <p>{(t.how_to_ask)(name)}</p>
        }
        .into_any()
    };
    view! {
        <div class="state boxed">
            <Icon name="lock" />
            <h1>{t.not_allowed_title}</h1>
            <p>{(t.not_allowed)(name)}</p>
            {people}
            <div class="button-row"><a class="btn" href="/">{t.to_start}</a></div>
        </div>
    }
    .into_any()
}
