//! The audit trail in English.

use super::roles::ROLES;
use crate::text::{
    Locale,
    actions::{list, number, oneself, settings, until, whom, word, yes},
};
use domain::audit::Told;
use model::{Action, Role};

pub(in crate::text) const fn name(action: Action) -> &'static str {
    match action {
        Action::SignIn => "Signed in",
        Action::SignInFailed => "Sign-in failed",
        Action::SecondFactorGiven => "Second factor given",
        Action::Confirmed => "Confirmed who they are",
        Action::Refused => "Access refused",
        Action::SignOut => "Signed out",
        Action::SessionsEnded => "Sessions ended",
        Action::LinkMade => "Sign-in link made",
        Action::AccountAdded => "Account added",
        Action::AccountRecovered => "Account recovered",
        Action::SettingChanged => "Setting changed",
        Action::CustomerChanged => "Customer changed",
        Action::BriefingChanged => "Review report changed",
        Action::PersonAdded => "Person added",
        Action::PersonDisabled => "Person disabled",
        Action::PersonEnabled => "Person enabled",
        Action::PersonRemoved => "Person removed",
        Action::RolesUpdated => "Roles changed",
        Action::RoleExpired => "Role expired",
        Action::GroupsRefused => "Groups refused",
        Action::AccessRequested => "Access requested",
        Action::RequestDecided => "Request decided",
        Action::ReviewStarted => "Review started",
        Action::ReviewFinished => "Review finished",
        Action::NameChanged => "Name changed",
        Action::PasswordChanged => "Password changed",
        Action::AuthenticatorChanged => "Authenticator app changed",
        Action::PasskeyChanged => "Passkey changed",
        Action::RecoveryCodesMade => "Recovery codes made",
        Action::IdentityChanged => "Identity provider changed",
        Action::CredentialsForgotten => "Sign-in begun anew",
        Action::TokenMade => "API token made",
        Action::TokenRevoked => "API token revoked",
        Action::Imported => "Imported",
        Action::ImportUndone => "Import undone",
        Action::Exported => "Exported",
        Action::AuditSealed => "Audit trail sealed anew",
        Action::ReadOnHost => "Read on the host",
    }
}

pub(in crate::text) fn told(action: Action, row: &Told) -> String {
    let (who, whom) = (who(row), whom(row));
    let set = |what: &str, on: &str, off: &str| format!("{who} {} {what}.", if yes(row, "set") { on } else { off });
    match action {
        Action::SignIn => format!("{who} signed in{}.", with(row)),
        Action::SignInFailed => format!("A sign-in as {whom}{} failed.", with(row)),
        Action::SecondFactorGiven => format!("{who} gave the second factor{}.", with(row)),
        Action::Confirmed => format!("{who} proved again who they are{}.", with(row)),
        Action::Refused => format!("{who} was refused {whom}."),
        Action::SignOut => format!("{who} signed out."),
        Action::SessionsEnded if oneself(row) => format!("{who} ended sessions of their own."),
        Action::SessionsEnded => format!("{who} ended sessions of {whom}."),
        Action::LinkMade if word(row, "kind") == "forgotten" => {
            format!("A sign-in link went by letter to {whom}, on the sign-in page’s request.")
        }
        Action::LinkMade => format!("{who} made a sign-in link for {whom}."),
        Action::AccountAdded => format!("{who} added the account {whom}."),
        Action::AccountRecovered => format!("{who} gave the account an acting MPN partner admin again: {whom}."),
        Action::CustomerChanged => {
            format!("{who} changed what is said of the customer {}: {}.", row.subject, settings(Locale::En, row))
        }
        Action::BriefingChanged => {
            format!("{who} changed what is said to the customer {} in its review report.", row.subject)
        }
        Action::SettingChanged => format!("{who} changed settings: {}.", settings(Locale::En, row)),
        Action::PersonAdded => format!("{who} added {whom}{}.", held(row, " with the role ")),
        Action::PersonDisabled => format!("{who} disabled {whom}{}.", taken(row)),
        Action::PersonEnabled => format!("{who} enabled {whom} again."),
        Action::PersonRemoved => format!("{who} removed {whom} from the account{}.", taken(row)),
        Action::RolesUpdated => roles_updated(row, &who, whom),
        Action::RoleExpired => format!("The role {} of {whom} expired.", role(word(row, "role"))),
        Action::GroupsRefused => {
            format!(
                "The identity provider’s groups would have taken MPN partner admin from {whom}: refused, nobody would be left to act."
            )
        }
        Action::AccessRequested => format!("{who} asked for the role {}.", role(word(row, "role"))),
        Action::RequestDecided => {
            format!("{who} {} the request of {whom} for the role {}.", decided(row), role(word(row, "role")))
        }
        Action::ReviewStarted => format!("{who} started an access review."),
        Action::ReviewFinished => format!("{who} finished an access review: {}.", row.details),
        Action::NameChanged => format!("{} is called {} from now on.", word(row, "old"), word(row, "new")),
        Action::PasswordChanged => set("their password", "set", "removed"),
        Action::AuthenticatorChanged => set("an authenticator app", "added", "removed"),
        Action::PasskeyChanged if row.details.get("removed").is_some() => {
            format!("{who} removed the passkey “{}”.", word(row, "removed"))
        }
        Action::PasskeyChanged => format!("{who} added the passkey “{}”.", word(row, "added")),
        Action::RecoveryCodesMade => format!("{who} made new recovery codes."),
        Action::IdentityChanged => format!("{who} connected or disconnected an identity provider."),
        Action::CredentialsForgotten => format!("{who} removed everything that {whom} signs in with."),
        Action::TokenMade => {
            format!("{who} made the API token “{}” for {}.", word(row, "name"), list(row, "scopes").join(", "))
        }
        Action::TokenRevoked if yes(row, "leaked") => {
            format!(
                "The API token “{}” stood in an address, where others can read it, and was revoked.",
                word(row, "name")
            )
        }
        Action::TokenRevoked => format!("{who} revoked the API token “{}”.", word(row, "name")),
        Action::Imported => format!("{who} imported {}: {}.", file(row), word(row, "state")),
        Action::ImportUndone => format!("{who} took back the import of {}.", file(row)),
        Action::Exported => match number(row, "rows") {
            Some(rows) => format!("{who} exported {whom}, {rows} rows."),
            None => format!("{who} exported {whom}."),
        },
        Action::AuditSealed => format!("{who} verified the audit trail and sealed it anew, with another key."),
        Action::ReadOnHost => format!("{who} read figures: {whom}."),
    }
}

fn who(row: &Told) -> String {
    match (&row.actor_name, row.actor) {
        (Some(name), _) => name.clone(),
        (None, Some(id)) => id.to_string(),
        (None, None) if word(row, "via") == "group" => "The identity provider’s groups".into(),
        (None, None) => "The host’s command line".into(),
    }
}

fn role(key: &str) -> &str {
    Role::from_key(key).map_or(key, |role| (ROLES.name)(role))
}

fn roles(keys: &[&str]) -> String {
    keys.iter().map(|key| role(key)).collect::<Vec<_>>().join(", ")
}

fn held(row: &Told, before: &str) -> String {
    let roles = roles(&list(row, "roles"));
    if roles.is_empty() { roles } else { format!("{before}{roles}") }
}

fn taken(row: &Told) -> String {
    let roles = roles(&list(row, "taken"));
    if roles.is_empty() { roles } else { format!(" and so took {roles}") }
}

fn roles_updated(row: &Told, who: &str, whom: &str) -> String {
    let (given, taken) = (roles(&list(row, "given")), roles(&list(row, "taken")));
    match (given.is_empty(), taken.is_empty()) {
        (false, true) => format!("{who} gave {whom} {given}{}.", end(row)),
        (true, false) => format!("{who} took {taken} from {whom}."),
        (false, false) => format!("{who} gave {whom} {given} and took {taken}."),
        (true, true) => format!("{who} changed when roles of {whom} end{}.", end(row)),
    }
}

/// When it ends.
fn end(row: &Told) -> String {
    until(Locale::En, row).map(|at| format!(" (until {at})")).unwrap_or_default()
}

fn decided(row: &Told) -> &str {
    match word(row, "decision") {
        "approved" => "approved",
        "denied" => "denied",
        "withdrawn" => "withdrew",
        _ if yes(row, "approved") => "approved",
        _ => "decided on",
    }
}

/// How somebody proved who they are.
fn with(row: &Told) -> String {
    match word(row, "by") {
        "" => String::new(),
        "link" => " with a one-time link".into(),
        "password" => " with a password".into(),
        "passkey" => " with a passkey".into(),
        "oidc" => " with an identity provider".into(),
        "totp" | "code" => " with a code".into(),
        "recovery" | "recovery_code" => " with a recovery code".into(),
        other => format!(" ({other})"),
    }
}

fn file(row: &Told) -> &str {
    match word(row, "file") {
        "" => "a file",
        file => file,
    }
}
