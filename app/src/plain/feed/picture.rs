//! Dialogs of other programs in outline: where things stand, not how they look.

use crate::text::guides::{Dialog, Picture};
use leptos::prelude::*;

/// Names that are the same in every language.
const SETS: [&str; 4] = ["Customers", "LicenseDeployment", "Months", "Products"];

/// A picture, told in words to who does not see it.
pub(in crate::plain) fn picture(picture: &'static Picture) -> AnyView {
    let drawn = match &picture.of {
        Dialog::Menu(words) => menu(words),
        Dialog::Address(words) => address(words),
        Dialog::Credentials(kinds, fields, press) => credentials(kinds, fields, press),
        Dialog::Navigator(words) => navigator(words),
    };
    view! { <svg class="picture" viewBox="0 0 360 190" role="img" aria-label=picture.says>{drawn}</svg> }.into_any()
}

/// A window with its title.
fn window(title: &'static str) -> AnyView {
    view! {
        <rect class="pane" x="1" y="1" width="358" height="188" rx="8" />
        <text class="head" x="18" y="30">{title}</text>
    }
    .into_any()
}

/// The button that is pressed, below on the right.
fn button(words: &'static str) -> AnyView {
    view! {
        <rect class="press" x="232" y="152" width="110" height="26" rx="5" />
        <text class="on" x="287" y="169" text-anchor="middle">{words}</text>
    }
    .into_any()
}

/// A field with its label before it. Of what is secret nothing is shown but dots.
fn field(y: u16, label: &'static str, holds: &'static str) -> AnyView {
    let (top, base) = (y + 6, y + 21);
    view! {
        <text x="120" y=y>{label}</text>
        <rect class="field" x="120" y=top width="222" height="22" rx="4" />
        <text class="quiet" x="128" y=base>{holds}</text>
    }
    .into_any()
}

fn menu(words: &'static [&'static str; 3]) -> AnyView {
    let [tab, list, entry] = *words;
    view! {
        <rect class="pane" x="1" y="1" width="358" height="188" rx="8" />
        <rect class="chosen" x="14" y="12" width="100" height="26" rx="5" />
        <text x="64" y="29" text-anchor="middle">{tab}</text>
        <rect class="field" x="14" y="46" width="180" height="28" rx="5" />
        <text x="26" y="65">{list}</text>
        <path class="stroke" d="M172 58 l5 5 l5 -5" />
        <rect class="field" x="60" y="80" width="284" height="98" rx="5" />
        <path class="faint" d="M76 100 h150 M76 122 h190" />
        <rect class="chosen" x="66" y="138" width="272" height="30" rx="4" />
        <text x="78" y="158">{entry}</text>
    }
    .into_any()
}

fn address(words: &'static [&'static str; 3]) -> AnyView {
    let [title, label, press] = *words;
    view! {
        {window(title)}
        <text x="18" y="70">{label}</text>
        <rect class="chosen" x="18" y="78" width="324" height="28" rx="4" />
        <text class="quiet" x="28" y="97">"https://…/odata/v4/…"</text>
        {button(press)}
    }
    .into_any()
}

fn credentials(kinds: &'static [&'static str; 3], fields: &'static [&'static str; 2], press: &'static str) -> AnyView {
    let [user, password] = *fields;
    let places = [("field", 20_u16), ("field", 58), ("chosen", 96)];
    let kinds = kinds.iter().zip(places).map(|(kind, (class, top))| {
        let base = top + 20;
        view! {
            <rect class=class x="14" y=top width="92" height="32" rx="4" />
            <text x="60" y=base text-anchor="middle">{*kind}</text>
        }
    });
    view! {
        <rect class="pane" x="1" y="1" width="358" height="188" rx="8" />
        {kinds.collect_view()}
        {field(34, user, "0192…")}
        {field(88, password, "••••••••••••")}
        {button(press)}
    }
    .into_any()
}

fn navigator(words: &'static [&'static str; 2]) -> AnyView {
    let [title, press] = *words;
    let sets = SETS.into_iter().zip([47_u16, 71, 95, 119]).map(|(set, top)| {
        let (base, tick) = (top + 11, format!("M21 {} l3 4 l6 -7", top + 7));
        view! {
            <rect class="chosen" x="18" y=top width="14" height="14" rx="3" />
            <path class="stroke" d=tick />
            <text x="40" y=base>{set}</text>
        }
    });
    view! {
        {window(title)}
        {sets.collect_view()}
        <rect class="field" x="186" y="46" width="156" height="94" rx="4" />
        <path class="faint" d="M186 68 h156 M186 92 h156 M186 116 h156 M238 46 v94 M290 46 v94" />
        {button(press)}
    }
    .into_any()
}
