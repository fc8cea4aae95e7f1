//! Plain HTTP routes: what is not a page and not a server function of the interface.

mod account;
mod audit;
pub(crate) mod browser;
pub(crate) mod cookies;
mod demo;
mod export;
mod health;
mod people;
mod preferences;
mod problem;
mod quarantine;
mod settings;
mod sign_in;
mod upload;

pub(crate) use problem::told;

use crate::router::Edges;
use axum::{
    extract::DefaultBodyLimit,
    routing::{MethodRouter, get, post},
};

/// What API tokens open, by method and route: these and nothing else, whatever their scopes.
pub(crate) const FOR_TOKENS: [(&str, &str); 3] =
    [("GET", "/export/licenses.csv"), ("GET", "/export/licenses.tsv"), ("POST", "/settings/data")];

/// A route: the router is made from these, and the policy table is compared with them.
pub(crate) struct Edge {
    /// `GET` or `POST`.
    #[cfg_attr(not(test), expect(dead_code, reason = "the policy test compares it with the table"))]
    pub(crate) method: &'static str,
    /// The address.
    pub(crate) path: &'static str,
    /// What answers.
    pub(crate) handler: MethodRouter<Edges>,
}

/// All of them.
pub(crate) fn edges() -> Vec<Edge> {
    let edge = |method, path, handler| Edge { method, path, handler };
    vec![
        edge("GET", "/healthz", get(health::alive)),
        edge("GET", "/readyz", get(health::ready)),
        edge("GET", "/demo", get(demo::enter)),
        edge("POST", "/sign-in", post(sign_in::sign_in)),
        edge("POST", "/sign-out", post(sign_in::sign_out)),
        edge("POST", "/account/switch", post(account::switch)),
        edge("POST", "/preferences", post(preferences::set)),
        edge("GET", "/export/licenses.csv", get(export::csv)),
        edge("GET", "/export/licenses.tsv", get(export::tsv)),
        edge("GET", "/export/audit.csv", get(audit::csv)),
        edge("GET", "/export/audit.jsonl", get(audit::json_lines)),
        // Files are as large as they are; `imports::MOST_BYTES` is the limit.
        edge("POST", "/settings/data", post(upload::upload).layer(DefaultBodyLimit::disable())),
        edge("POST", "/settings/data/{id}/cancel", post(upload::cancel)),
        edge("POST", "/settings/data/{id}/undo", post(upload::undo)),
        edge("POST", "/users/add", post(people::add)),
        edge("POST", "/users/bulk", post(people::bulk)),
        edge("POST", "/users/{id}/link", post(people::link)),
        edge("POST", "/users/{id}/standing", post(people::stand)),
        edge("POST", "/users/{id}/sessions/{session}/end", post(people::end_session)),
        edge("GET", "/export/people.csv", get(people::roles_csv)),
        edge("GET", "/export/access.csv", get(people::access_csv)),
        edge("POST", "/settings/tokens", post(settings::make_token)),
        edge("POST", "/settings/tokens/{id}/revoke", post(settings::revoke_token)),
        edge("POST", "/settings/account", post(settings::change)),
        edge("GET", "/settings/data/{id}/quarantine", get(quarantine::download)),
    ]
}
