//! Language, theme, account. Plain forms to the server: they work before hydration, and the whole document changes anyway.

use crate::{
    routes::to,
    text::Locale,
    ui::{Avatar, Drop, Icon, use_text},
    visit::{Theme, use_visit},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::Visitor;

/// A form that sets one preference and comes back to this address.
#[component]
fn Preference(
    /// `locale` or `theme`.
    name: &'static str,
    /// Keys, names, and whether it is the one in force.
    choices: Vec<(&'static str, &'static str, bool)>,
) -> impl IntoView {
    let location = use_location();
    let back = move || format!("{}{}", location.pathname.get(), with_mark(&location.search.get()));
    let buttons = choices.into_iter().map(|(key, label, chosen)| {
        let lang = (name == "locale").then_some(key);
        view! { <button name=name value=key lang=lang aria-pressed=chosen.to_string()>{label}</button> }
    });
    view! {
        <form method="post" action="/preferences">
            <input type="hidden" name="back" value=back />
            {buttons.collect_view()}
        </form>
    }
    .into_any()
}

fn with_mark(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) }
}

/// The languages.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let (text, locale) = (use_text(), use_visit().locale);
    let choices = Locale::ALL.map(|l| (l.tag(), l.name(), l == locale)).to_vec();
    view! {
        <Drop label=ViewFnOnce::from(move || locale.short()) panel="menu" button="icon-btn" end=true name=text.nav.language>
            <Preference name="locale" choices />
        </Drop>
    }
}

/// Light, dark, or as the device says.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let (t, theme) = (&use_text().nav, use_visit().theme);
    let name = |theme| match theme {
        Theme::System => t.theme_system,
        Theme::Light => t.theme_light,
        Theme::Dark => t.theme_dark,
    };
    let choices = Theme::ALL.map(|choice| (choice.key(), name(choice), choice == theme)).to_vec();
    let label = ViewFnOnce::from(|| view! { <Icon name="half" /> });
    view! {
        <Drop label panel="menu" button="icon-btn" end=true name=t.theme>
            <Preference name="theme" choices />
        </Drop>
    }
}

/// Who is signed in, and the way out.
#[component]
pub fn AccountMenu(
    /// Who.
    visitor: Visitor,
) -> impl IntoView {
    let t = &use_text().nav;
    let name = visitor.name.clone();
    let others = visitor.others.clone().into_iter().map(|account| {
        view! { <button name="account" value=account.id.to_string()>{account.name}</button> }
    });
    let switch = (!visitor.others.is_empty()).then(|| {
        view! {
            <form method="post" action="/account/switch">
                <p class="menu-title">{t.switch_account}</p>
                {others.collect_view()}
            </form>
        }
    });
    let label = ViewFnOnce::from(move || view! { <Avatar name=name.clone() /> });
    view! {
        <Drop label panel="menu" button="icon-btn" end=true name=(t.account_menu)(&visitor.name)>
            <p class="menu-title">{visitor.name.clone()}<br />{visitor.email.clone()}</p>
            <div>{switch}</div>
            <a href=to::ME><Icon name="person" />{t.me}</a>
            <form method="post" action="/sign-out"><button><Icon name="sign-out" />{t.sign_out}</button></form>
        </Drop>
    }
}
