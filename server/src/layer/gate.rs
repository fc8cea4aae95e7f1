//! The request gate. Server functions have no defence of their own against requests that another site makes in a
//! visitor's name: so nothing that changes anything gets past here unless this site's own page sent it.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// What the gate knows of this server.
#[derive(Clone)]
pub(crate) struct Gate {
    origin: String,
    host: String,
}

impl Gate {
    pub(crate) fn new(origin: &str) -> Self {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        Self { origin: origin.to_owned(), host: host.to_owned() }
    }

    /// Whether the request names this server. A name that a stranger has pointed here does not.
    fn is_ours(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return true };
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
        let name = name.map_or(host, |(name, _)| name);
        host == self.host || matches!(name, "localhost" | "127.0.0.1" | "[::1]")
    }

    /// Whether a page of this site sent the request.
    fn is_same_origin(&self, headers: &HeaderMap) -> bool {
        match headers.get("sec-fetch-site") {
            Some(site) => site == "same-origin",
            None => headers.get(header::ORIGIN).is_some_and(|origin| origin.as_bytes() == self.origin.as_bytes()),
        }
    }
}

/// Refuses requests for another host, and changes that another site asks for.
pub(crate) async fn gate(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    if !gate.is_ours(request.headers()) {
        let why =
            format!("This server is {}. Start it with --origin if browsers know it by another name.\n", gate.origin);
        return (StatusCode::MISDIRECTED_REQUEST, why).into_response();
    }
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && !gate.is_same_origin(request.headers()) {
        return (StatusCode::FORBIDDEN, "Only this site's own pages may send this.\n").into_response();
    }
    next.run(request).await
}
