//! The audit trail in words. On the server only: the browser gets whole sentences, and none of these texts.

use super::{Locale, en, zh_tw};
use domain::audit::{Page, State, Told};
use leptos::serde_json::Value;
use model::{Action, AuditLine, AuditPage};

/// What an action is called, where it is chosen.
pub(crate) fn name(locale: Locale, action: Action) -> &'static str {
    match locale {
        Locale::En => en::actions::name(action),
        Locale::ZhTw => zh_tw::actions::name(action),
    }
}

/// Who did what to whom, as a sentence. An action that this version does not know stands as it is stored.
#[must_use]
pub fn told(locale: Locale, row: &Told) -> String {
    match (Action::from_key(&row.action), locale) {
        (Some(action), Locale::En) => en::actions::told(action, row),
        (Some(action), Locale::ZhTw) => zh_tw::actions::told(action, row),
        (None, _) => format!("{} · {} · {}", row.action, whom(row), row.details),
    }
}

/// The person it was done to, or what it was done to.
pub(super) fn whom(row: &Told) -> &str {
    row.subject_name.as_deref().unwrap_or(&row.subject)
}

/// Whether somebody did it to themselves.
pub(super) fn oneself(row: &Told) -> bool {
    row.actor.is_some_and(|actor| actor.to_string() == row.subject)
}

/// A text of the details; empty when there is none.
#[must_use]
pub fn word<'a>(row: &'a Told, name: &str) -> &'a str {
    row.details.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A list of texts of the details.
pub(super) fn list<'a>(row: &'a Told, name: &str) -> Vec<&'a str> {
    row.details.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A yes of the details.
pub(super) fn yes(row: &Told, name: &str) -> bool {
    row.details.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// A number of the details.
pub(super) fn number(row: &Told, name: &str) -> Option<i64> {
    row.details.get(name).and_then(Value::as_i64)
}

/// A page of the trail in words.
pub(crate) fn page(locale: Locale, page: Page, state: State) -> AuditPage {
    let line = |row: Told| AuditLine {
        seq: row.seq,
        at: row.at,
        reason: word(&row, "reason").to_owned(),
        ip: word(&row, "ip").to_owned(),
        told: told(locale, &row),
    };
    AuditPage {
        lines: page.rows.into_iter().map(line).collect(),
        older: page.older,
        actions: Action::ALL.iter().map(|it| (it.key().to_owned(), name(locale, *it).to_owned())).collect(),
        people: page.people,
        checked: state.checked,
    }
}
