//! The sheet that says which keys do what.

use crate::{
    frame::use_sheet,
    routes::to,
    ui::{Icon, use_text},
    visit::use_visit,
};
use leptos::{html::Dialog, prelude::*};

/// The dialog, open as long as it is there.
pub(crate) fn keys() -> AnyView {
    let (text, sheet) = (use_text(), use_sheet());
    let t = text.find();
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
    let rows = t.keys.iter().map(|(keys, what)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> " " }).collect_view();
        view! { <dt>{keys}</dt><dd>{*what}</dd> }
    });
    let state = if use_visit().keys { t.keys_on } else { t.keys_off };
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=t.keys_title on:close=move |_| sheet.set(None)>
            <div class="card-head">
                <h2>{t.keys_title}</h2>
                <button class="icon-btn spread" aria-label=text.nav.close autofocus on:click=move |_| close()>
                    <Icon name="close" />
                </button>
            </div>
            <dl class="facts">{rows.collect_view()}</dl>
            <p class="caption">{state} " " <a class="inline" href=to::ME on:click=move |_| close()>{text.nav.me}</a></p>
        </dialog>
    }
    .into_any()
}
