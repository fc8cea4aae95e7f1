//! Who asks a plain route, and how it fails: in words, with the right status.

use app::request::{Asker, explain};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Domain, access::Caller};
use model::AppError;

/// The signed-in caller; strangers are refused before the request's body is read.
pub(super) struct SignedIn(pub(super) Caller);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Response> {
        let caller = parts.extensions.get::<Asker>().and_then(|asker| asker.caller.clone());
        caller.map(Self).ok_or_else(|| told(&AppError::SignedOut))
    }
}

/// A domain error as an answer. What is wrong with a program's question is said as it is.
pub(super) async fn answer(domain: &Domain, asker: &Asker, error: domain::Error) -> Response {
    if let domain::Error::Query(bad) = &error {
        return (StatusCode::BAD_REQUEST, format!("{bad}\n")).into_response();
    }
    told(&explain(Some(domain), asker.caller.as_ref(), &asker.request, error).await)
}

/// An error as an answer: its status, and its words on a line.
pub(crate) fn told(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, format!("{error}\n")).into_response()
}
