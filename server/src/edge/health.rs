//! For supervisors: whether the process answers, and whether its database does.

use axum::{extract::State, http::StatusCode};
use domain::Domain;

pub(super) async fn alive() -> &'static str {
    "ok\n"
}

pub(super) async fn ready(State(domain): State<Domain>) -> (StatusCode, &'static str) {
    match domain.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
