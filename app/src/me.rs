//! My account: profile, roles, language, theme, the way out.

use crate::{
    routes::to,
    text::Locale,
    ui::{Card, ErrorState, PageHead, mark_ready, use_text},
    visit::{Theme, use_visit},
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{AppError, Visitor};

/// What everybody may see of themselves.
#[component]
pub fn MePage() -> impl IntoView {
    mark_ready("me");
    let text = use_text();
    let t = text.me();
    let content = match use_visit().visitor {
        Some(visitor) => content(visitor),
        None => view! { <ErrorState error=AppError::SignedOut /> }.into_any(),
    };
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page"><PageHead title=t.title lead=t.lead />{content}</div>
    }
    .into_any()
}

fn content(visitor: Visitor) -> AnyView {
    let text = use_text();
    let t = text.me();
    let roles = visitor.roles.clone().into_iter().map(|role| {
        view! { <dt>{(text.roles.name)(role)}</dt><dd>{(text.roles.opens)(role)}</dd> }
    });
    let none = visitor.roles.is_empty();
    let roles = if none {
        view! { <p>{t.roles_none}</p> }.into_any()
    } else {
        view! { <dl class="facts">{roles.collect_view()}</dl> }.into_any()
    };
    view! {
        <div class="grid two">
            <Card title=t.profile>
                <dl class="facts">
                    <dt>{t.name}</dt><dd>{visitor.name.clone()}</dd>
                    <dt>{t.email}</dt><dd>{visitor.email.clone()}</dd>
                    <dt>{t.account}</dt><dd>{format!("{} ({})", visitor.account_name, visitor.mpn_id)}</dd>
                </dl>
                <form method="post" action="/sign-out"><button class="btn">{t.sign_out}</button></form>
            </Card>
            <Card title=t.roles>{roles}</Card>
            <Card title=t.security>
                <p class="caption">{t.security_lead}</p>
                <a class="btn" href=to::SECURITY rel="external">{t.security}</a>
            </Card>
            <Card title=t.language>{languages()}<p class="caption">{t.language_help}</p></Card>
            <Card title=t.theme>{themes()}<p class="caption">{t.time_zone}</p></Card>
        </div>
    }
    .into_any()
}

fn languages() -> AnyView {
    let locale = use_visit().locale;
    let buttons = Locale::ALL.map(|l| {
        let pressed = (l == locale).to_string();
        view! { <button name="locale" value=l.tag() lang=l.tag() aria-pressed=pressed>{l.name()}</button> }
    });
    preference(buttons.into_iter().collect_view().into_any())
}

fn themes() -> AnyView {
    let (t, theme) = (&use_text().nav, use_visit().theme);
    let buttons = Theme::ALL.map(|choice| {
        let name = match choice {
            Theme::System => t.theme_system,
            Theme::Light => t.theme_light,
            Theme::Dark => t.theme_dark,
        };
        view! { <button name="theme" value=choice.key() aria-pressed=(choice == theme).to_string()>{name}</button> }
    });
    preference(buttons.into_iter().collect_view().into_any())
}

fn preference(buttons: AnyView) -> AnyView {
    view! {
        <form method="post" action="/preferences">
            <input type="hidden" name="back" value="/me" />
            <div class="segmented">{buttons}</div>
        </form>
    }
    .into_any()
}
