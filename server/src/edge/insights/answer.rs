//! The envelope that every answer of this API comes in.

use super::super::problem::told;
use app::request::{Asker, explain};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Domain, Error};
use model::AppError;
use serde_json::{Value, json};

/// What makes answers to a request.
pub(in crate::edge) struct Answer {
    domain: Domain,
    asker: Asker,
}

impl FromRequestParts<crate::router::Edges> for Answer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, edges: &crate::router::Edges) -> Result<Self, Response> {
        let asker = parts.extensions.get::<Asker>().cloned().ok_or_else(|| told(&AppError::SignedOut))?;
        Ok(Self { domain: edges.domain.clone(), asker })
    }
}

impl Answer {
    /// Many things, or why there are none.
    pub(super) async fn list(self, found: Result<Vec<Value>, Error>) -> Response {
        match found {
            Ok(values) => envelope(StatusCode::OK, &values, None),
            Err(error) => self.failed(error).await,
        }
    }

    /// What was done, and what it was done to.
    pub(super) async fn done(self, message: &str, found: Result<Vec<Value>, Error>) -> Response {
        match found {
            Ok(values) => envelope(StatusCode::OK, &values, Some(message)),
            Err(error) => self.failed(error).await,
        }
    }

    async fn failed(self, error: Error) -> Response {
        if let Error::Query(bad) = &error {
            return envelope(StatusCode::BAD_REQUEST, &[], Some(&bad.to_string()));
        }
        let error = explain(Some(&self.domain), self.asker.caller.as_ref(), &self.asker.request, error).await;
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        envelope(status, &[], Some(&error.to_string()))
    }
}

fn envelope(status: StatusCode, values: &[Value], message: Option<&str>) -> Response {
    let body = json!({
        "value": if status.is_success() { Value::from(values) } else { Value::Null },
        "nextLink": null,
        "totalCount": values.len(),
        "message": message,
        "statusCode": status.as_u16(),
        "dataRedacted": false,
    });
    (status, axum::Json(body)).into_response()
}
