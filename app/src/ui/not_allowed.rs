//! Not allowed: who can open it, and asking them.

use super::Icon;
use crate::{text::format, ui::use_text, visit::here};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::{AccessRequest, Invalid, RequestState, Role, pairs};

/// A page that the visitor may not see: which role opens it, who can grant it, and a form that asks for it.
#[component]
pub fn NotAllowed(
    /// The role that opens it.
    role: Role,
    /// The people who can grant it.
    can_grant: Vec<String>,
    /// The visitor's newest request for it.
    asked: Option<Box<AccessRequest>>,
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
            {ask(role, asked.as_deref())}
            <div class="button-row"><a class="btn" href="/">{t.to_start}</a></div>
        </div>
    }
    .into_any()
}

/// The form, or the request that waits. Plain forms to the server: they come back to this address.
fn ask(role: Role, asked: Option<&AccessRequest>) -> AnyView {
    let text = use_text();
    let t = &text.errors;
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    // Set by the server when a request was not taken.
    let refused = pairs(&search).iter().any(|(name, _)| name == "refused");
    let refused = refused.then(|| view! { <p class="error" role="alert">{(t.invalid)(Invalid::TooManyRequests)}</p> });
    let before = asked.and_then(|asked| (t.asked)(asked, &format::date_time(text.locale, asked.asked_at)));
    let before = before.map(|words| view! { <p role="status"><strong>{words}</strong></p> });
    let form = match asked.filter(|asked| asked.state == RequestState::Open) {
        Some(open) => view! {
            <form method="post" action=here(&format!("/access/ask/{}/withdraw", open.id))>
                <input type="hidden" name="back" value=path />
                <button class="btn">{t.withdraw}</button>
            </form>
        }
        .into_any(),
        None => view! {
            <form method="post" action=here("/access/ask") class="ask">
                <input type="hidden" name="back" value=path />
                <input type="hidden" name="role" value=role.key() />
                <label class="field">
                    <span class="label">{t.ask_note}</span>
                    <textarea name="note" maxlength="500" rows="2"></textarea>
                </label>
                <button class="btn primary big">{t.request_access}</button>
            </form>
        }
        .into_any(),
    };
    view! { {before} {refused} {form} }.into_any()
}
