//! The page behind a one-time link, and the one that explains such links.

use super::api::link_holder;
use crate::{
    loaded::loaded,
    routes::to,
    ui::{mark_ready, use_text},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// Shows whom the link signs in, with the button that does it. Looking uses nothing up.
#[component]
pub fn SignInPage() -> impl IntoView {
    mark_ready("sign-in");
    let text = use_text();
    let query = use_query_map();
    let link = Memo::new(move |_| query.read().get("link").unwrap_or_default());
    let failed = move || query.read().get("failed").is_some();
    let holder = Resource::new(
        move || link.get(),
        async |link| if link.is_empty() { Ok(None) } else { link_holder(link).await },
    );
    view! {
        <Title text=(text.nav.title)(text.signin.title) />
        {loaded(
            holder,
            || ().into_any(),
            move |holder| match holder {
                Some((name, email)) => confirm(&link.get(), &name, email),
                None if link.read().is_empty() && !failed() => explain(),
                None => expired(),
            },
        )}
    }
    .into_any()
}

fn confirm(link: &str, name: &str, email: String) -> AnyView {
    let t = &use_text().signin;
    view! {
        <div class="outside-card">
            <h1>{(t.confirm_title)(name)}</h1>
            <p class="muted">{email}</p>
            <p>{(t.confirm_lead)(use_text().nav.app)}</p>
            <form method="post" action=to::SIGN_IN>
                <input type="hidden" name="link" value=link.to_owned() />
                <button class="btn primary big">{(t.sign_in_as)(name)}</button>
            </form>
            <p class="muted">{t.confirm_once}</p>
        </div>
    }
    .into_any()
}

fn explain() -> AnyView {
    let t = &use_text().signin;
    let steps = t.how_steps.map(|step| view! { <li>{step}</li> });
    view! {
        <div class="outside-card">
            <h1>{t.title}</h1>
            <p>{t.lead}</p>
            <h2>{t.how}</h2>
            <div class="prose"><ol>{steps.into_iter().collect_view()}</ol></div>
            <p class="muted">{t.command_label}</p>
            <code class="command" tabindex="0">"seatscope user link --account 9000001 --email a@b.example"</code>
        </div>
    }
    .into_any()
}

fn expired() -> AnyView {
    let t = &use_text().signin;
    view! {
        <div class="outside-card">
            <h1>{t.expired_title}</h1>
            <p>{t.expired_lead}</p>
            <p>{t.expired_next}</p>
            <a class="btn" href=to::SIGN_IN>{t.to_sign_in}</a>
        </div>
    }
    .into_any()
}
