//! Errors of the API as `application/problem+json` (RFC 9457): whoever refuses a request says why in words, and here they get that form.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use serde_json::json;

/// Bytes of an error's words at most.
const LONGEST: usize = 64 * 1024;

/// Puts errors below `/api/v1/` into their form. An address there that leads to the sign-in page is none.
pub(crate) async fn problem(request: Request, next: Next) -> Response {
    let of_api = request.uri().path().starts_with("/api/v1/");
    let response = next.run(request).await;
    let status = response.status();
    if !of_api || status.is_success() || status.is_informational() {
        return response;
    }
    let status = if status.is_redirection() { StatusCode::NOT_FOUND } else { status };
    let (mut parts, body) = response.into_parts();
    let words = parts.headers.get(header::CONTENT_TYPE).is_some_and(|it| it.as_bytes().starts_with(b"text/plain"));
    let bytes = to_bytes(body, LONGEST).await.unwrap_or_default();
    let title = status.canonical_reason().unwrap_or("Error");
    let said = words.then(|| String::from_utf8_lossy(&bytes).trim().to_owned()).filter(|said| !said.is_empty());
    let detail = said.unwrap_or_else(|| title.to_owned());
    let form = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail });
    parts.status = status;
    for name in [header::LOCATION, header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
        parts.headers.remove(name);
    }
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Response::from_parts(parts, Body::from(form.to_string()))
}
