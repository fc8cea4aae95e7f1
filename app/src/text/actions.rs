//! The audit trail in words. On the server only: the browser gets whole sentences, and none of these texts.

use super::{Locale, Text, en, format, text, zh_tw};
use domain::audit::{Page, State, Told};
use jiff::Timestamp;
use leptos::serde_json::Value;
use model::{Action, AuditLine, AuditPage, Program};

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

/// What settings were and are, where each is told with both; else the details as they stand.
pub(super) fn settings(locale: Locale, row: &Told) -> String {
    let text = text(locale);
    let change = |(key, value): (&String, &Value)| {
        let (old, new) = (value.get("old")?, value.get("new")?);
        Some((text.states.colon)(setting(text, key), &format!("{} → {}", shown(text, old), shown(text, new))))
    };
    let changes: Option<Vec<_>> = row.details.as_object().and_then(|all| all.iter().map(change).collect());
    changes.map_or_else(|| row.details.to_string(), |changes| changes.join(", "))
}

/// What the settings page calls a setting.
fn setting<'a>(text: &'static Text, key: &'a str) -> &'a str {
    let t = text.settings();
    match key {
        "name" => t.name,
        "second_factor" => t.second_factor,
        "idle_minutes" => t.idle,
        "session_hours" => t.session,
        "keep_days" => t.keep,
        "programs" => t.programs,
        "group_mapping" => t.groups,
        "products_left_out" => t.products,
        "colour" => text.briefing().colour,
        "logo" => text.briefing().logo,
        "market" => text.customer().market,
        "part_of" => text.customer().part_of,
        other => other,
    }
}

fn shown(text: &'static Text, value: &Value) -> String {
    match value {
        Value::Bool(true) => text.states.yes.to_owned(),
        Value::Bool(false) => text.states.no.to_owned(),
        Value::String(words) => Program::from_key(words).map_or(words.as_str(), text.roles.program).to_owned(),
        Value::Array(all) => all.iter().map(|value| shown(text, value)).collect::<Vec<_>>().join(" · "),
        other => other.to_string(),
    }
}

/// When what was given ends.
pub(super) fn until(locale: Locale, row: &Told) -> Option<String> {
    let at = Timestamp::from_second(number(row, "until")?).ok()?;
    Some(format::date_time(locale, at))
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

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::serde_json::json;
    use model::PersonId;

    fn row(action: &str, details: Value) -> Told {
        let person = |name: &str| name.parse::<PersonId>().ok();
        Told {
            seq: 1,
            at: Timestamp::UNIX_EPOCH,
            actor: person("00000000-0000-4000-8000-000000000001"),
            actor_name: Some("Pat".into()),
            action: action.into(),
            subject: "00000000-0000-4000-8000-000000000002".into(),
            subject_name: Some("林美玲".into()),
            details,
        }
    }

    #[test]
    fn a_change_of_roles_says_who_what_whom_and_until_when() {
        let given = row("roles_updated", json!({ "given": ["partner_admin"], "taken": [], "until": 1_800_000_000 }));
        assert_eq!(told(Locale::En, &given), "Pat gave 林美玲 MPN partner admin (until 15 Jan 2027, 08:00 UTC).");
        assert_eq!(
            told(Locale::ZhTw, &given),
            "Pat 已將「MPN 合作夥伴系統管理員」角色指派給 林美玲（至 2027年1月15日 08:00 UTC）。"
        );
        let host =
            Told { actor: None, actor_name: None, ..row("roles_updated", json!({ "taken": ["sales_agent", "x"] })) };
        assert_eq!(told(Locale::En, &host), "The host’s command line took Sales agent, x from 林美玲.");
    }

    #[test]
    fn what_this_version_does_not_know_stands_as_it_is_stored() {
        let unknown = row("flew_away", json!({ "to": "the moon" }));
        assert_eq!(told(Locale::En, &unknown), r#"flew_away · 林美玲 · {"to":"the moon"}"#);
    }

    #[test]
    fn settings_say_what_they_were_and_are() {
        let changed = row("setting_changed", json!({ "keep_days": { "old": 400, "new": 30 } }));
        assert_eq!(told(Locale::En, &changed), "Pat changed settings: Keep replaced data (days): 400 → 30.");
        let changed =
            json!({ "second_factor": { "old": true, "new": false }, "programs": { "old": ["mpn"], "new": [] } });
        let words = told(Locale::ZhTw, &row("setting_changed", changed));
        assert!(words.contains("要求第二項驗證：是 → 否"), "{words}");
    }

    /// Rows of older versions have fewer details.
    #[test]
    fn every_action_is_a_sentence_even_without_details() {
        for action in Action::ALL {
            let row = row(action.key(), json!({}));
            assert!(told(Locale::En, &row).ends_with('.'), "{}", told(Locale::En, &row));
            assert!(told(Locale::ZhTw, &row).ends_with('。'), "{}", told(Locale::ZhTw, &row));
        }
    }
}
