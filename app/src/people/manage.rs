//! What an MPN partner admin does with a person beside roles: links, disabling, removing, ending sessions. Plain forms.

use crate::{
    routes::to,
    text::format,
    ui::{Field, Notice, NoticeKind, use_text},
    visit::{here, use_visit},
};
use leptos::prelude::*;
use model::{PersonDetail, PersonId, PersonState, SessionRow};

/// The link just made, for the only time.
pub(super) fn shown_link() -> AnyView {
    let a = use_text().access();
    let Some(link) = use_visit().link else { return ().into_any() };
    let mailed = if link.mailed { a.link_mailed } else { a.link_not_mailed };
    view! {
        <Notice kind=NoticeKind::Good>
            <p>{mailed}</p>
            <Field id="made-link" label=a.link help=a.link_help>
                <input
                    id="made-link"
                    readonly
                    value=link.address
                    aria-describedby="made-link-help"
                    on:focus:target=move |event| event.target().select()
                />
            </Field>
        </Notice>
    }
    .into_any()
}

/// Link, disable or enable, remove; what cannot be done says why.
pub(super) fn manage(detail: &PersonDetail) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let (page, locked) = (to::person(detail.person.id), detail.last_admin);
    let disabled = detail.person.state == PersonState::Disabled;
    let (key, word) = if disabled { ("enabled", a.enable) } else { ("disabled", a.disable) };
    let help = if locked { t.disabled_last_admin } else { a.manage_help };
    let link = (!disabled).then(|| {
        view! { <form method="post" action=here(&format!("{page}/link"))><button class="btn">{a.new_link}</button></form> }
    });
    view! {
        <p class="caption">{help}</p>
        <form method="post" action=here(&format!("{page}/standing"))>
            <Field id="standing-reason" label=t.reason>
                <input id="standing-reason" name="reason" maxlength="500" autocomplete="off" />
            </Field>
            <div class="button-row">
                <button class="btn" name="standing" value=key disabled=locked>{word}</button>
                <button class="btn" name="standing" value="removed" disabled=locked>{a.remove}</button>
            </div>
        </form>
        <div class="button-row">{link}<p class="caption">{a.link_help}</p></div>
    }
    .into_any()
}

/// Where the person is signed in, each with a button that ends it.
pub(super) fn sessions(person: PersonId, sessions: &[SessionRow]) -> AnyView {
    let text = use_text();
    let a = text.access();
    if sessions.is_empty() {
        return view! { <p class="caption">{a.no_sessions}</p> }.into_any();
    }
    let now = use_visit().now;
    let rows = sessions.iter().map(|session| {
        let browser = format::browser(&session.agent).unwrap_or_else(|| a.unknown_browser.to_owned());
        let end = here(&format!("{}/sessions/{}/end", to::person(person), session.id));
        let seen = format!("{} · {}", format::ago(text.locale, session.last_seen, now), session.ip);
        view! {
            <li>
                <p title=session.agent.clone()>{browser}</p>
                <p class="caption">{seen}</p>
                <form method="post" action=end><button class="btn small">{a.end}</button></form>
            </li>
        }
    });
    view! { <ul class="timeline">{rows.collect_view()}</ul> }.into_any()
}
