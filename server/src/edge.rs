//! Plain HTTP routes: what is not a page and not a server function of the interface.

mod account;
mod activity;
mod audit;
mod briefing;
pub(crate) mod browser;
pub(crate) mod cookies;
mod demo;
mod digest;
mod export;
mod feed;
mod files;
mod find;
mod first_run;
mod health;
mod help;
mod insights;
mod kept;
mod me;
mod odata;
mod oidc;
mod people;
mod plain;
mod preferences;
mod problem;
mod programs;
mod quarantine;
mod records;
mod requests;
mod review;
mod rows;
mod settings;
mod sign_in;
mod upload;
mod v1;
mod views;

pub(crate) use plain::with_next;
pub(crate) use problem::told;
pub(crate) use programs::{DESCRIPTION, SIGNED_LINK, is_alone, takes_tokens};

use crate::router::Edges;
use axum::{
    extract::DefaultBodyLimit,
    routing::{MethodRouter, get, post},
};

/// A route: the router is made from these, and the policy table is compared with them.
pub(crate) struct Edge {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    #[cfg_attr(not(test), expect(dead_code, reason = "the policy test compares it with the table"))]
    pub(crate) method: &'static str,
    /// The address.
    pub(crate) path: &'static str,
    /// What answers.
    pub(crate) handler: MethodRouter<Edges>,
}

const fn edge(method: &'static str, path: &'static str, handler: MethodRouter<Edges>) -> Edge {
    Edge { method, path, handler }
}

/// All of them.
pub(crate) fn edges() -> Vec<Edge> {
    let mut all = vec![
        edge("GET", "/healthz", get(health::alive)),
        edge("GET", "/readyz", get(health::ready)),
        edge("GET", "/demo", get(demo::enter)),
        edge("GET", "/first-run", get(first_run::page)),
        edge("POST", "/first-run", post(first_run::begin)),
        edge("GET", "/sign-in", get(sign_in::page)),
        edge("GET", "/sign-in/help", get(sign_in::help)),
        edge("POST", "/sign-in", post(sign_in::sign_in)),
        edge("POST", "/sign-in/help", post(sign_in::letter)),
        edge("POST", "/sign-in/password", post(sign_in::password)),
        edge("POST", "/sign-in/passkey/begin", post(sign_in::begin)),
        edge("POST", "/sign-in/passkey/finish", post(sign_in::finish)),
        edge("POST", "/sign-in/oidc", post(oidc::begin)),
        edge("GET", crate::config::CALLBACK, get(oidc::callback)),
        edge("GET", "/sign-in/second", get(sign_in::second)),
        edge("POST", "/sign-in/second", post(sign_in::code)),
        edge("GET", "/confirm", get(sign_in::confirm)),
        edge("POST", "/confirm", post(sign_in::by_password)),
        edge("POST", "/sign-out", post(sign_in::sign_out)),
        edge("GET", "/me/security", get(me::security)),
        edge("GET", "/me/views", get(views::page)),
        edge("POST", "/me/views", post(views::save)),
        edge("POST", "/me/views/{id}", post(views::change)),
        edge("POST", "/me/letter", post(digest::letter)),
        edge("POST", "/me/name", post(me::rename)),
        edge("POST", "/me/password", post(me::set_password)),
        edge("POST", "/me/password/remove", post(me::remove_password)),
        edge("POST", "/me/app", post(me::begin_app)),
        edge("POST", "/me/app/confirm", post(me::confirm_app)),
        edge("POST", "/me/app/remove", post(me::remove_app)),
        edge("POST", "/me/passkeys/begin", post(me::begin_passkey)),
        edge("POST", "/me/passkeys/finish", post(me::finish_passkey)),
        edge("POST", "/me/passkeys/remove", post(me::remove_passkey)),
        edge("POST", "/me/identities/remove", post(me::remove_identity)),
        edge("GET", "/me/codes", get(me::codes_page)),
        edge("POST", "/me/codes", post(me::make_codes)),
        edge("POST", "/me/sessions/{id}/end", post(me::end)),
        edge("POST", "/me/sessions/end-others", post(me::end_others)),
        edge("POST", "/account/switch", post(account::switch)),
        edge("GET", "/find", get(find::page)),
        edge("GET", "/help", get(help::guides)),
        edge("GET", "/help/adoption", get(help::adoption)),
        edge("GET", "/help/activity", get(help::activity)),
        edge("GET", "/help/growth", get(help::growth)),
        edge("POST", "/preferences", post(preferences::set)),
        edge("POST", "/access/ask", post(requests::ask)),
        edge("POST", "/access/ask/{id}/withdraw", post(requests::withdraw)),
        edge("GET", "/access/review/{id}/record.json", get(review::json)),
        edge("GET", "/access/review/{id}/record.csv", get(review::csv)),
        edge("GET", "/export/licenses.csv", get(export::csv)),
        edge("GET", "/export/licenses.tsv", get(export::tsv)),
        edge("GET", "/export/insight/overview.csv", get(export::overview)),
        edge("GET", "/export/insight/customers.csv", get(export::customers)),
        edge("GET", "/export/insight/subscriptions.csv", get(export::subscriptions)),
        edge("GET", "/export/insight/azure.csv", get(export::azure)),
        edge("GET", "/export/insight/growth.csv", get(export::growth)),
        edge("GET", "/export/insight/workloads.csv", get(export::workloads)),
        edge("GET", "/export/insight/resellers.csv", get(export::resellers)),
        edge("GET", "/export/activity.csv", get(activity::csv)),
        edge("GET", "/export/activity.jsonl", get(activity::json_lines)),
        edge("GET", "/export/audit.csv", get(audit::csv)),
        edge("GET", "/export/audit.jsonl", get(audit::json_lines)),
        edge("GET", "/digest", get(digest::page)),
        edge("GET", "/downloads", get(files::page)),
        edge("POST", "/downloads", post(files::ask)),
        edge("GET", "/downloads/new", get(files::new)),
        edge("GET", "/downloads/files/{id}", get(files::file)),
        edge("GET", "/downloads/files/{id}/notes", get(files::notes)),
        edge("POST", "/downloads/files/{id}", post(files::change)),
        edge("POST", "/downloads/orders/{id}", post(files::change_plan)),
        edge("GET", "/export/rows", get(rows::file)),
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
        edge("POST", "/settings/account/groups", post(settings::map_groups)),
        edge("POST", "/settings/account/products", post(settings::leave_out)),
        edge("POST", "/customers/{id}/overrides", post(settings::override_customer)),
        edge("GET", "/settings/data/{id}/quarantine", get(quarantine::download)),
        edge("GET", "/settings/data/{id}/file", get(kept::download)),
    ];
    all.extend(reports());
    all.extend(programs::edges());
    all
}

/// Review reports for customers, and how they look.
fn reports() -> Vec<Edge> {
    vec![
        edge("GET", "/customers/{id}/review", get(briefing::page)),
        edge("POST", "/customers/{id}/review", post(briefing::keep)),
        edge("GET", "/customers/{id}/review.pdf", get(briefing::pdf)),
        edge("GET", "/settings/brand", get(briefing::brand)),
        edge("POST", "/settings/brand", post(briefing::change_brand)),
        edge("GET", "/settings/brand/logo", get(briefing::logo)),
    ]
}
