//! Who may what, written down a second time and apart from the table: the two must say the same.

use super::world::{Has, Home};
use model::TokenScope;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is let in.
    In,
    /// It is let in, and what it names is not there: another account's and nobody's alike.
    Missing,
    /// It is sent to sign in.
    SignIn,
    /// It is refused.
    Refused,
    /// It is refused until the person proves again who they are.
    Stale,
}

/// Open to everybody.
const OPEN: &[&str] = &["/sign-in", "/healthz", "/readyz", "/demo", "/preferences"];

/// Open to whoever is signed in.
const MEMBERS: &[&str] = &["/", "/me"];

/// Open to MPN partner admins.
const ADMINS: &[&str] = &[
    "/analytics/licenses",
    "/customers/:id",
    "/users",
    "/users/:id",
    "/access/log",
    "/settings/data",
    "/settings/tokens",
    "/settings/account",
    "/api/licenses/report",
    "/api/licenses/customers",
    "/api/licenses/choices",
    "/api/customers/detail",
    "/api/people/list",
    "/api/people/detail",
    "/api/people/update-roles",
    "/api/audit/list",
    "/api/audit/verify",
    "/api/imports/history",
    "/api/imports/one",
    "/api/imports/freshness",
    "/api/tokens/list",
    "/api/account/settings",
    "/export/licenses.csv",
    "/export/licenses.tsv",
    "/export/audit.csv",
    "/export/audit.jsonl",
    "/settings/data/{id}/cancel",
    "/settings/data/{id}/undo",
    "/settings/data/{id}/quarantine",
    "/settings/tokens/{id}/revoke",
];

/// What needs a fresh proof.
const FRESH: &[(&str, &str)] =
    &[("POST", "/api/people/update-roles"), ("POST", "/settings/tokens"), ("POST", "/settings/account")];

/// What is of customers, and so closed to an account outside of the reseller programs.
const OF_RESELLERS: &[&str] = &[
    "/analytics/licenses",
    "/customers/:id",
    "/api/licenses/report",
    "/api/licenses/customers",
    "/api/licenses/choices",
    "/api/customers/detail",
    "/export/licenses.csv",
    "/export/licenses.tsv",
];

/// What names a thing of an account.
const OF_THINGS: &[&str] = &[
    "/customers/:id",
    "/users/:id",
    "/api/customers/detail",
    "/api/people/detail",
    "/api/people/update-roles",
    "/api/imports/one",
    "/settings/data/{id}/cancel",
    "/settings/data/{id}/undo",
    "/settings/data/{id}/quarantine",
    "/settings/tokens/{id}/revoke",
];

/// What becomes of it when somebody asks for this about the things of the first account (0), of the second (1) or of none.
pub(super) fn fate(home: Home, has: Has, method: &str, path: &str, of: usize) -> Fate {
    if let Has::Token(scope) = has {
        let wanted = match (method, path) {
            ("GET", "/export/licenses.csv" | "/export/licenses.tsv") => TokenScope::Api,
            ("POST", "/settings/data") => TokenScope::Import,
            _ => return Fate::Refused,
        };
        return match scope {
            None => Fate::SignIn,
            Some(scope) if scope == wanted => Fate::In,
            Some(_) => Fate::Refused,
        };
    }
    if OPEN.contains(&path) {
        return Fate::In;
    }
    match has {
        Has::Nothing => return Fate::SignIn,
        _ if MEMBERS.contains(&path) => return Fate::In,
        Has::Session | Has::Role => return Fate::Refused,
        Has::Stale | Has::All | Has::Token(_) => {}
    }
    let stale = has == Has::Stale;
    if home == Home::Mpn && OF_RESELLERS.contains(&path) {
        return Fate::Refused;
    }
    if stale && FRESH.contains(&(method, path)) {
        return Fate::Stale;
    }
    let own = matches!((home, of), (Home::First, 0) | (Home::Second, 1));
    match path {
        // Another's token takes a fresh proof; whether there is such a token is found out first.
        "/settings/tokens/{id}/revoke" if own && stale => Fate::Stale,
        path if OF_THINGS.contains(&path) && !own => Fate::Missing,
        _ => Fate::In,
    }
}

/// Whether a request names a thing.
pub(super) fn names_a_thing(path: &str) -> bool {
    OF_THINGS.contains(&path)
}

/// Whether the oracle has a word on this. What it has none on is tried with roles alone, beside this.
pub(super) fn knows(path: &str) -> bool {
    [OPEN, MEMBERS, ADMINS].iter().any(|paths| paths.contains(&path))
}
