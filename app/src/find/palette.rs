//! The command palette: a search box over everything, steered by the keyboard alone.

use super::{
    api,
    ways::{Group, Way, groups},
};
use crate::{
    frame::use_sheet,
    ui::{Icon, use_text},
    visit::use_visit,
};
use leptos::{
    ev::KeyboardEvent, html::Dialog, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local,
    wasm_bindgen::JsCast, web_sys::HtmlElement,
};
use model::Found;
use std::time::Duration;

/// How long nothing must be typed before the server is asked.
const PAUSE: Duration = Duration::from_millis(80);

/// The dialog, open as long as it is there.
pub(crate) fn palette() -> AnyView {
    let Some(visitor) = use_visit().visitor else { return ().into_any() };
    let (text, sheet) = (use_text(), use_sheet());
    let t = text.find();
    let (typed, found, at) = (RwSignal::new(String::new()), RwSignal::new(Found::default()), RwSignal::new(0_usize));
    let groups = Memo::new(move |_| groups(text, &visitor, &typed.read(), found.get()));
    let count = move || groups.read().iter().map(|(_, ways)| ways.len()).sum::<usize>();
    let ask = asking(typed, found);
    // One's own views are there before a letter is typed.
    ask(String::new());
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let last = count().saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
            "ArrowUp" => at.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
            "Enter" => follow(at.get_untracked()),
            _ => return,
        }
        event.prevent_default();
        show(at.get_untracked());
    };
    view! {
        <dialog
            class="dialog find"
            node_ref=dialog
            aria-label=t.title
            on:close=move |_| sheet.set(None)
            on:click=move |event| {
                // A click on the dialog's own element is one on what lies behind it.
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <div class="find-box">
                <Icon name="search" />
                <input
                    type="text"
                    role="combobox"
                    autofocus
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="200"
                    aria-label=t.search
                    placeholder=t.search
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls="find-list"
                    aria-activedescendant=move || (count() > 0).then(|| format!("find-{}", at.get()))
                    on:input:target=move |event| {
                        at.set(0);
                        ask(event.target().value());
                    }
                    on:keydown=on_key
                />
                <button class="icon-btn" aria-label=text.nav.close on:click=move |_| close()><Icon name="close" /></button>
            </div>
            <div class="find-list" role="listbox" id="find-list" aria-label=t.results on:click=move |_| close()>
                {move || list(groups.get(), at)}
            </div>
            <p class="caption" role="status">{move || (t.count)(count())}</p>
        </dialog>
    }
    .into_any()
}

/// Takes what was typed; asks the server about it once the typing pauses.
fn asking(typed: RwSignal<String>, found: RwSignal<Found>) -> impl Fn(String) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timeout)) = waiting.try_update_value(Option::take) {
            timeout.clear();
        }
    };
    on_cleanup(stop);
    move |text: String| {
        stop();
        typed.set(text.clone());
        let ask = move || {
            spawn_local(async move {
                let answer = api::find(text.clone()).await.unwrap_or_default();
                // What was typed since is asked about by itself.
                if typed.try_get_untracked().is_some_and(|now| now == text) {
                    found.set(answer);
                }
            });
        };
        waiting.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    }
}

fn list(groups: Vec<Group>, at: RwSignal<usize>) -> AnyView {
    let mut n = 0;
    let mut number = || {
        n += 1;
        n - 1
    };
    let group = |(kind, ways): Group| {
        let options = ways.into_iter().map(|way| option(number(), way, at)).collect_view();
        view! {
            <div role="group" aria-label=kind>
                <p class="menu-title" role="presentation">{kind}</p>
                {options}
            </div>
        }
        .into_any()
    };
    groups.into_iter().map(group).collect_view().into_any()
}

fn option(n: usize, way: Way, at: RwSignal<usize>) -> AnyView {
    let Way { name, more, href, external } = way;
    view! {
        <a
            role="option"
            id=format!("find-{n}")
            tabindex="-1"
            href=href
            rel=external.then_some("external")
            aria-selected=move || (at.get() == n).to_string()
        >
            <span>{name}</span>
            <small>{more}</small>
        </a>
    }
    .into_any()
}

fn element(n: usize) -> Option<HtmlElement> {
    document().get_element_by_id(&format!("find-{n}"))?.dyn_into().ok()
}

fn follow(n: usize) {
    if let Some(element) = element(n) {
        element.click();
    }
}

fn show(n: usize) {
    if let Some(element) = element(n) {
        element.scroll_into_view_with_bool(false);
    }
}
