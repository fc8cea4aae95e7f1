//! The request gate. Server functions have no defence of their own against requests that another site makes in a
//! visitor's name: so nothing that changes anything gets past here unless this site's own page sent it.

use super::token;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// What browsers say of a request that the site's own page sent.
pub(crate) const SAME_ORIGIN: (&str, &str) = ("sec-fetch-site", "same-origin");

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
        match headers.get(SAME_ORIGIN.0) {
            Some(site) => site == SAME_ORIGIN.1,
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
    // No other site can make a browser send a token that only the program knows; but a browser may repeat by itself what a
    // person once typed into its Basic dialogue. Browsers say whence they send, programs do not.
    let headers = request.headers();
    let program = token::shown(headers).is_some()
        && ![SAME_ORIGIN.0, "origin", "cookie"].iter().any(|name| headers.contains_key(*name));
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && !program && !gate.is_same_origin(headers) {
        return (StatusCode::FORBIDDEN, "Only this site's own pages may send this.\n").into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::SAME_ORIGIN;
    use crate::testing::TestServer;
    use axum::{
        body::Body,
        http::{Request, StatusCode},
    };

    async fn status(server: &TestServer, method: &str, headers: &[(&str, &str)]) -> StatusCode {
        let mut request = Request::builder().method(method).uri("/preferences");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(Body::from("theme=dark"));
        server.send(request.unwrap()).await.status
    }

    #[tokio::test]
    async fn only_this_sites_pages_change_anything() {
        let server = TestServer::new().await;
        let origin = ("origin", "http://localhost:3000");
        assert_eq!(status(&server, "POST", &[SAME_ORIGIN]).await, StatusCode::SEE_OTHER);
        assert_eq!(status(&server, "POST", &[origin]).await, StatusCode::SEE_OTHER, "an older browser");
        for site in ["cross-site", "same-site", "none"] {
            assert_eq!(
                status(&server, "POST", &[("sec-fetch-site", site), origin]).await,
                StatusCode::FORBIDDEN,
                "{site}"
            );
        }
        for foreign in ["http://evil.example", "http://localhost:3001", "null"] {
            assert_eq!(status(&server, "POST", &[("origin", foreign)]).await, StatusCode::FORBIDDEN, "{foreign}");
        }
        assert_eq!(status(&server, "POST", &[]).await, StatusCode::FORBIDDEN, "no header at all");
    }

    #[tokio::test]
    async fn a_strangers_name_for_this_machine_is_not_answered() {
        let server = TestServer::new().await;
        for (host, expected) in [
            ("localhost:3000", StatusCode::SEE_OTHER),
            ("127.0.0.1:3000", StatusCode::SEE_OTHER),
            ("[::1]:3000", StatusCode::SEE_OTHER),
            ("evil.example:3000", StatusCode::MISDIRECTED_REQUEST),
            ("evil.example", StatusCode::MISDIRECTED_REQUEST),
        ] {
            assert_eq!(status(&server, "GET", &[("host", host)]).await, expected, "{host}");
        }
    }
}
