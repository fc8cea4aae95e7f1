//! The keys that act on every page, and the sheets that they open. A sheet's code is loaded when it is first opened.

use crate::{
    areas::{Keys, Palette},
    routes::to,
    ui::{Icon, use_text},
    visit::use_visit,
};
use leptos::{
    ev::{self, KeyboardEvent, MouseEvent},
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, HtmlInputElement},
};
use leptos_router::LazyRoute;

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// The command palette.
    Find,
    /// Which keys do what.
    Keys,
}

#[derive(Clone, Copy)]
struct Open(RwSignal<Option<Sheet>>);

/// What lies over the page, to be changed; outside of the frame it changes nothing.
pub(crate) fn use_sheet() -> RwSignal<Option<Sheet>> {
    use_context::<Open>().map_or_else(|| RwSignal::new(None), |Open(sheet)| sheet)
}

/// Puts it into context, and listens to the keys.
pub(super) fn provide_sheet() {
    let sheet = RwSignal::new(None);
    provide_context(Open(sheet));
    let letters = use_visit().keys;
    Effect::new(move || {
        let handle = window_event_listener(ev::keydown, move |event| pressed(&event, sheet, letters));
        on_cleanup(move || handle.remove());
    });
}

/// The way to the palette; to a page that does the same where no script runs.
#[component]
pub(super) fn FindButton() -> impl IntoView {
    let t = &use_text().nav;
    let sheet = use_sheet();
    let open = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            sheet.set(Some(Sheet::Find));
        }
    };
    view! {
        <a class="icon-btn" href=to::FIND rel="external" aria-label=t.find title=t.find_keys on:click=open>
            <Icon name="search" />
        </a>
    }
}

/// What is open.
#[component]
pub(super) fn Sheets() -> impl IntoView {
    let sheet = use_sheet();
    move || {
        sheet.get().map(|sheet| {
            Suspend::new(async move {
                match sheet {
                    Sheet::Find => Palette::view(Palette::data()).await,
                    Sheet::Keys => Keys::view(Keys::data()).await,
                }
            })
        })
    }
}

fn pressed(event: &KeyboardEvent, sheet: RwSignal<Option<Sheet>>, letters: bool) {
    let key = event.key();
    if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() {
        if key.eq_ignore_ascii_case("k") {
            event.prevent_default();
            sheet.set(Some(Sheet::Find));
        }
        return;
    }
    // Keys of one letter: never over what is written, and not where somebody has switched them off.
    if !letters
        || event.alt_key()
        || event.ctrl_key()
        || event.meta_key()
        || sheet.get_untracked().is_some()
        || writes(event)
    {
        return;
    }
    let acted = match key.as_str() {
        "?" => {
            sheet.set(Some(Sheet::Keys));
            true
        }
        "/" => press("input[type=search]"),
        "1" | "2" | "3" | "6" => press(&format!("[data-key='{key}']")),
        _ => false,
    };
    if acted {
        event.prevent_default();
    }
}

fn writes(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("input, textarea, select, [contenteditable]").is_ok_and(|it| it.is_some()))
}

/// Does what the page's first element of that kind is for: a field is written into, all else is clicked.
fn press(what: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(&format!("main {what}")) else { return false };
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        let _ = field.focus();
        field.select();
    } else if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.click();
    }
    true
}
