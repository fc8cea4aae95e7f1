//! Language, appearance and keys: kept in the browser, changed by a plain form.

use crate::{
    text::Locale,
    ui::use_text,
    visit::{Theme, use_visit},
};
use leptos::prelude::*;

/// Buttons for the languages.
pub(super) fn languages() -> AnyView {
    let locale = use_visit().locale;
    let buttons = Locale::ALL.map(|l| {
        let pressed = (l == locale).to_string();
        view! { <button name="locale" value=l.tag() lang=l.tag() aria-pressed=pressed>{l.name()}</button> }
    });
    preference(buttons.into_iter().collect_view().into_any())
}

/// Buttons for the appearance.
pub(super) fn themes() -> AnyView {
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

/// Buttons that switch the keys of one letter.
pub(super) fn letters() -> AnyView {
    let (t, on) = (use_text().me(), use_visit().keys);
    let buttons = [("on", t.keys_on, on), ("off", t.keys_off, !on)].map(|(key, name, chosen)| {
        view! { <button name="keys" value=key aria-pressed=chosen.to_string()>{name}</button> }
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
