//! How plain routes fail: a page's visitor is told in words, with the right status.

use app::request::{Asker, explain};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Domain, access::Caller};
use model::AppError;

/// The caller, or the answer that nobody is signed in.
pub(super) fn caller(asker: &Asker) -> Result<Caller, Response> {
    asker.caller.clone().ok_or_else(|| told(&AppError::SignedOut))
}

/// A domain error as an answer.
pub(super) async fn answer(domain: &Domain, asker: &Asker, error: domain::Error) -> Response {
    told(&explain(Some(domain), asker.caller.as_ref(), &asker.request, error).await)
}

/// An error as an answer: its status, and its words on a line.
pub(super) fn told(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, format!("{error}\n")).into_response()
}
