//! A request that waits: who, what, why; and the two buttons.

use super::api::Decide;
use crate::{
    text::format,
    ui::{Avatar, use_text},
    visit::use_visit,
};
use leptos::{form::ActionForm, prelude::*};
use model::AccessRequest;

/// A card with its own form, so that each request is decided for itself, with and without JavaScript.
#[component]
pub fn RequestCard(
    /// The request.
    request: AccessRequest,
    /// The decision.
    decide: ServerAction<Decide>,
) -> impl IntoView {
    let text = use_text();
    let t = text.requests();
    let AccessRequest { id, name, email, role, note, asked_at, .. } = request;
    let asked = (t.asked)(&format::ago(text.locale, asked_at, use_visit().now));
    let exact = format::date_time(text.locale, asked_at);
    let note = if note.is_empty() {
        view! { <p class="caption">{t.no_note}</p> }.into_any()
    } else {
        view! { <blockquote>{note}</blockquote> }.into_any()
    };
    let busy = move || decide.pending().get();
    view! {
        <section class="card request-card">
            <div class="person">
                <Avatar name=name.clone() />
                <div>
                    <h2>{name.clone()}</h2>
                    <small>{email}</small>
                </div>
            </div>
            <p>
                <strong>{(t.asks_for)((text.roles.name)(role))}</strong> " "
                <span class="caption" title=exact>{asked}</span>
            </p>
            {note}
            <p class="caption">{(text.roles.opens)(role)}</p>
            <ActionForm action=decide>
                // The first button is the one that Enter presses: none is to be pressed by accident.
                <button disabled hidden></button>
                <input type="hidden" name="id" value=id.to_string() />
                <div class="form-grid">
                    <label class="field">
                        <span class="label">{t.reason}</span>
                        <input name="reason" maxlength="500" autocomplete="off" />
                    </label>
                    <label class="field">
                        <span class="label">{t.until}</span>
                        <input type="date" name="until" />
                        <span class="help">{t.until_help}</span>
                    </label>
                </div>
                <div class="decide">
                    <button class="btn big" name="approve" value="false" aria-label=(t.deny_of)(&name) disabled=busy>
                        {t.deny}
                    </button>
                    <button class="btn primary big" name="approve" value="true" aria-label=(t.approve_of)(&name) disabled=busy>
                        {t.approve}
                    </button>
                </div>
            </ActionForm>
        </section>
    }
    .into_any()
}
