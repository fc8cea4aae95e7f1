//! Handing on what a page shows: `public/share.js` does it, without the application.

use super::{Drop, Icon, use_text};
use leptos::prelude::*;

/// A link to what is shown, with its filters: copied, or in a letter. Who opens it sees what they may see.
#[component]
pub(crate) fn ShareMenu() -> impl IntoView {
    let t = use_text().views();
    let label = ViewFnOnce::from(move || view! { <Icon name="share" /><span class="visually-hidden">{t.share}</span> });
    view! {
        <Drop label panel="menu" end=true>
            <button type="button" data-share="link" data-done=t.copied data-failed=t.not_copied>
                <span aria-live="polite">{t.share_link}</span>
            </button>
            <button type="button" data-share="mail" data-failed=t.not_copied><span>{t.share_mail}</span></button>
        </Drop>
    }
}

/// Copies the table of the card that it stands in.
#[component]
pub(crate) fn CopyTable() -> impl IntoView {
    let t = use_text().views();
    view! {
        <button type="button" class="btn small quiet" data-share="table" data-done=t.copied data-failed=t.not_copied>
            <span aria-live="polite">{t.share_table}</span>
        </button>
    }
}
