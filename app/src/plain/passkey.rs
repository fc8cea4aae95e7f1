//! The form of a passkey: hidden until the page's script finds that the browser knows them.

use crate::text::Text;
use leptos::prelude::*;

/// A button that proves who somebody is.
pub(super) fn prove(text: &'static Text, label: &'static str, next: &str) -> AnyView {
    view! {
        <form method="post" action="/sign-in/passkey" data-passkey="prove" data-failed=text.signin().passkey_failed hidden>
            {super::next(next)}
            <button class="btn big">{label}</button>
            <p class="error" role="alert" hidden></p>
        </form>
    }
    .into_any()
}

/// A name and a button that makes one.
pub(super) fn add(text: &'static Text, next: &str) -> AnyView {
    let t = text.security();
    view! {
        <form method="post" action="/me/passkeys" data-passkey="add" data-failed=text.signin().passkey_failed hidden>
            {super::next(next)}
            <div class="field">
                <label for="passkey-name">{t.passkey_name}</label>
                <input id="passkey-name" name="name" maxlength="60" required autocomplete="off" aria-describedby="passkey-name-help" />
                <p class="help" id="passkey-name-help">{t.passkey_name_help}</p>
            </div>
            <button class="btn primary">{t.passkey_add}</button>
            <p class="error" role="alert" hidden></p>
        </form>
        <p class="caption" data-without-passkeys>{text.signin().needs_script}</p>
    }
    .into_any()
}
