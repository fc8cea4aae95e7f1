//! A review by keyboard: keys act on the row that has the focus, and never while one writes.

use super::item::Entry;
use leptos::{
    ev::KeyboardEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};
use model::Ruling;

/// Acts on a key pressed somewhere in the list.
pub(super) fn pressed(event: &KeyboardEvent, entries: StoredValue<Vec<Entry>>) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(index) = row(&target) else { return };
    let key = event.key();
    if target.id() == format!("note-{index}") {
        // Writing: only the way back to the row, which also saves the note.
        if key == "Escape" || key == "Enter" {
            event.prevent_default();
            focus(&format!("item-{index}"));
        }
        return;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let last = entries.read_value().len().saturating_sub(1);
    match key.as_str() {
        "ArrowDown" => focus(&format!("item-{}", (index + 1).min(last))),
        "ArrowUp" => focus(&format!("item-{}", index.saturating_sub(1))),
        "k" | "K" => say(entries, index, Ruling::Keep, last),
        "r" | "R" => say(entries, index, Ruling::Revoke, last),
        "n" | "N" => focus(&format!("note-{index}")),
        _ => return,
    }
    event.prevent_default();
}

fn say(entries: StoredValue<Vec<Entry>>, index: usize, verdict: Ruling, last: usize) {
    if let Some(entry) = entries.get_value().get(index) {
        entry.say(Some(verdict));
        focus(&format!("item-{}", (index + 1).min(last)));
    }
}

/// The place in the list of the row that an element stands in.
fn row(element: &Element) -> Option<usize> {
    element.closest(".review-item").ok()??.id().strip_prefix("item-")?.parse().ok()
}

fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
    }
}
