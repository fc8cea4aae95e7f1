//! My account: name, roles and where they come from, language, theme, the way out.

use super::{
    api,
    preferences::{languages, letters, themes},
};
use crate::{
    loaded::{Loading, loaded},
    people::effective,
    routes::to,
    settings::outcome,
    ui::{Card, ErrorState, Field, PageHead, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{AppError, Grant, Permission, Visitor};

/// What everybody may see of themselves.
pub(crate) fn page() -> AnyView {
    let access = Resource::new(|| (), async |()| api::access().await);
    mark_ready("me");
    let text = use_text();
    let t = text.me();
    let content = match use_visit().visitor {
        Some(visitor) => content(visitor, access),
        None => view! { <ErrorState error=AppError::SignedOut /> }.into_any(),
    };
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page"><PageHead title=t.title lead=t.lead><a class="btn" href=to::VIEWS rel="external">{t.views}</a></PageHead>{outcome(t.saved)}{content}</div>
    }
    .into_any()
}

fn content(visitor: Visitor, access: Loading<Vec<Grant>>) -> AnyView {
    let text = use_text();
    let t = text.me();
    let roles = roles(&visitor);
    let why = loaded(access, || view! { <div class="skeleton row"></div> }.into_any(), |grants| effective(&grants));
    let letter = letter(&visitor);
    let account = format!("{} ({})", visitor.account_name, visitor.mpn_id);
    view! {
        <div class="grid two">
            <Card title=t.profile>
                <form method="post" action="/me/name">
                    <Field id="name" label=t.name help=t.name_help>
                        <input
                            id="name"
                            name="name"
                            required
                            maxlength="200"
                            autocomplete="name"
                            aria-describedby="name-help"
                            value=visitor.name
                        />
                    </Field>
                    <button class="btn">{t.save}</button>
                </form>
                <dl class="facts">
                    <dt>{t.email}</dt><dd>{visitor.email}</dd>
                    <dt>{t.account}</dt><dd>{account}</dd>
                </dl>
                <form method="post" action="/sign-out"><button class="btn">{t.sign_out}</button></form>
            </Card>
            <Card title=t.roles>{roles}</Card>
            <Card title=t.why>{why}</Card>
            <Card title=t.security>
                <p class="caption">{t.security_lead}</p>
                <a class="btn" href=to::SECURITY rel="external">{t.security}</a>
            </Card>
            {letter}
            <Card title=t.language>{languages()}<p class="caption">{t.language_help}</p></Card>
            <Card title=t.theme>{themes()}<p class="caption">{t.time_zone}</p></Card>
            <Card title=t.keys>{letters()}<p class="caption">{t.keys_help}</p></Card>
        </div>
    }
    .into_any()
}

/// The way to take or stop the weekly letter, for whoever may see what it tells.
fn letter(visitor: &Visitor) -> Option<AnyView> {
    let may = Permission::ViewLicenses;
    let t = use_text().me();
    let card = || {
        view! {
            <Card title=t.letter>
                <p class="caption">{t.letter_lead}</p>
                <a class="btn" href=format!("{}#letter", to::DIGEST) rel="external">{t.letter}</a>
            </Card>
        }
        .into_any()
    };
    (may.opened_by(&visitor.roles) && may.allowed_in(&visitor.programs)).then(card)
}

fn roles(visitor: &Visitor) -> AnyView {
    let text = use_text();
    if visitor.roles.is_empty() {
        return view! { <p>{text.me().roles_none}</p> }.into_any();
    }
    let roles = visitor.roles.clone().into_iter().map(|role| {
        view! { <dt>{(text.roles.name)(role)}</dt><dd>{(text.roles.opens)(role)}</dd> }
    });
    view! { <dl class="facts">{roles.collect_view()}</dl> }.into_any()
}
