//! Where a person is signed in, with the way out of each.

use crate::{
    text::{Text, format},
    ui::{Card, Tag, TagKind},
};
use jiff::Timestamp;
use leptos::prelude::*;
use model::SessionRow;

/// The list.
pub(super) fn sessions(text: &'static Text, rows: &[SessionRow], now: Timestamp) -> AnyView {
    let t = text.security();
    let several = rows.len() > 1;
    let rows = rows.iter().map(|row| session(text, row, now)).collect_view();
    let others = several.then(|| {
        view! {
            <form method="post" action="/me/sessions/end-others"><button class="btn danger">{t.sessions_end_others}</button></form>
        }
    });
    view! {
        <Card title=t.sessions>
            <p class="caption">{t.sessions_lead}</p>
            <ul class="rows">{rows}</ul>
            <div class="button-row">{others}</div>
        </Card>
    }
    .into_any()
}

fn session(text: &'static Text, row: &SessionRow, now: Timestamp) -> AnyView {
    let t = text.security();
    let browser = format::browser(&row.agent).unwrap_or_else(|| text.access().unknown_browser.to_owned());
    let seen =
        (t.session_seen)(&format::date_time(text.locale, row.began), &format::ago(text.locale, row.last_seen, now));
    let details = [(t.method)(row.method), &row.ip, &row.account].into_iter().filter(|it| !it.is_empty());
    let details = details.collect::<Vec<_>>().join(" · ");
    let end = if row.this {
        view! { <Tag kind=TagKind::Accent label=t.session_this /> }.into_any()
    } else {
        let name = (t.session_end_of)(&browser);
        view! {
            <form method="post" action=format!("/me/sessions/{}/end", row.id)>
                <button class="btn small" aria-label=name>{t.session_end}</button>
            </form>
        }
        .into_any()
    };
    view! { <li><div><strong>{browser}</strong><p class="caption">{details}</p><p class="caption">{seen}</p></div>{end}</li> }
        .into_any()
}
