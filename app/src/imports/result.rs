//! What becomes of one import: progress while it runs, then the outcome in words.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

use super::api;
use crate::{
    text::{Text, format},
    ui::{Tag, TagKind, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::{ImportId, ImportNote, ImportRow, ImportState, MonthChange};
use std::time::Duration;

/// How often a running import is looked at.
const EVERY: Duration = Duration::from_millis(600);

/// One import, looked at until it has ended.
#[component]
pub fn Result(
    /// Which.
    id: ImportId,
    /// Called once it has ended while somebody watched.
    #[prop(into)]
    ended: Callback<()>,
) -> impl IntoView {
    let look = RwSignal::new(0);
    let import = Resource::new(move || look.get(), move |_| api::one(id));
    Effect::new(move |was_running: Option<bool>| {
        let running = match import.get() {
            Some(Ok(import)) => import.state == ImportState::Running,
            // Not there yet: the file has arrived a moment ago.
            Some(Err(_)) => look.get_untracked() < 10,
            None => return true,
        };
        if running {
            set_timeout(move || look.update(|n| *n += 1), EVERY);
        } else if was_running == Some(true) {
            ended.run(());
        }
        running
    });
    view! {
        <Transition>
            {move || Suspend::new(async move { import.await.ok().map(|import| view! { <Import import /> }) })}
        </Transition>
    }
}

/// One import with everything that is known about it.
#[component]
pub fn Import(
    /// Which.
    import: ImportRow,
) -> impl IntoView {
    let text = use_text();
    let t = text.data();
    let running = import.state == ImportState::Running;
    let dataset = import.dataset.map(|dataset| (t.recognised_as)((text.imports().dataset)(dataset)));
    let progress = running.then(|| {
        view! {
            <progress class="progress" max=import.bytes.max(1) value=import.bytes_read aria-label=t.send></progress>
            <div class="button-row">
                <span>{(t.reading)(import.rows)}</span>
                <form method="post" action=here(&format!("/settings/data/{}/cancel", import.id))>
                    <button class="btn small">{t.cancel}</button>
                </form>
            </div>
        }
    });
    let rows = (import.state == ImportState::Done).then(|| view! { <p>{(t.rows_good)(import.rows)}</p> });
    let bad = (import.bad_rows > 0 && !running).then(|| quarantine(text, &import));
    let notes = import.notes.iter().map(|note| {
        let class = if refuses(import.state, note) { "why" } else { "know" };
        view! { <li class=class>{(text.imports().note)(note)}</li> }
    });
    // Of one that was taken back they are no longer true.
    let months = if import.state == ImportState::Undone { &[][..] } else { &import.months };
    let months = months.iter().map(|change| month(text, change));
    view! {
        <section class="import" aria-busy=running.to_string()>
            <div class="import-head">
                <span class="file-name">{import.file.clone()}</span>
                <Tag kind=kind(import.state) label=(t.state)(import.state) />
                <span class="caption">{dataset}</span>
            </div>
            {progress} {rows} {bad}
            <ul class="import-notes">{notes.collect_view()}</ul>
            <ul class="import-notes">{months.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn quarantine(text: &'static Text, import: &ImportRow) -> AnyView {
    let t = text.data();
    let href = here(&format!("/settings/data/{}/quarantine", import.id));
    view! {
        <p>
            {(t.rows_bad)(import.bad_rows)} " " <a href=href download="" rel="external">{(t.quarantine)(import.bad_rows)}</a>
        </p>
        <p class="caption">{t.quarantine_how}</p>
    }
    .into_any()
}

/// Only months that were there before are told one by one: what changed is the question then.
fn month(text: &'static Text, change: &MonthChange) -> Option<AnyView> {
    let t = text.data();
    let before = change.rows_before?;
    let line = (t.month_replaced)(&format::month(text.locale, change.month), before, change.rows);
    let totals = change.totals.iter().filter(|(_, before, now)| *before != Some(*now)).map(|(name, before, now)| {
        view! { <br /><span class="caption">{(t.total_change)(name, &format::int_or_none(*before), &format::int(*now))}</span> }
    });
    Some(view! { <li class="know">{line} {totals.collect_view()}</li> }.into_any())
}

const fn refuses(state: ImportState, note: &ImportNote) -> bool {
    matches!(state, ImportState::Refused) && !matches!(note, ImportNote::Repeated { .. })
}

/// The colour that goes with the words.
pub(super) const fn kind(state: ImportState) -> TagKind {
    match state {
        ImportState::Done => TagKind::Good,
        ImportState::Refused => TagKind::Bad,
        ImportState::Interrupted | ImportState::Cancelled | ImportState::Undone => TagKind::Warning,
        ImportState::Running | ImportState::Repeated | ImportState::Waiting => TagKind::Plain,
    }
}
