//! Whether the record is whole.

use super::api::Verify;
use crate::{
    text::format,
    ui::{Card, Notice, NoticeKind, use_text},
};
use jiff::Timestamp;
use leptos::{form::ActionForm, prelude::*};
use model::Verdict;

/// When the record was last verified and what it turned out to be, with a button to verify it now.
#[component]
pub fn ChainState(
    /// The last verdict.
    checked: Option<(Timestamp, Verdict)>,
    /// Verifying.
    verify: ServerAction<Verify>,
) -> impl IntoView {
    let text = use_text();
    let t = &text.audit;
    let (kind, words) = match checked {
        None => (NoticeKind::Info, t.unverified.to_owned()),
        Some((at, verdict)) => {
            let at = format::date_time(text.locale, at);
            match verdict.fault {
                None => (NoticeKind::Good, (t.whole)(verdict.seq, &at)),
                Some(_) => (NoticeKind::Bad, (t.tampered)(verdict.seq + 1, &at)),
            }
        }
    };
    view! {
        <Card title=t.chain>
            <Notice kind>{words}</Notice>
            <ActionForm action=verify>
                <button class="btn small">{t.verify}</button>
            </ActionForm>
        </Card>
    }
    .into_any()
}
