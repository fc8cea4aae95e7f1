//! API tokens in requests: from the `Authorization` header, never from an address. Tokens open the few plain routes that say
//! so, no page and no server function.

use crate::{
    edge::{self, browser::address, told},
    router::Edges,
};
use axum::{
    extract::{ConnectInfo, MatchedPath, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{access::Caller, tokens};
use headers::{
    Authorization, HeaderMapExt,
    authorization::{Basic, Bearer},
};
use model::{AppError, TokenId, pairs};
use std::net::SocketAddr;

/// How every token begins.
const BEGINNING: &str = "seat_";

/// What a program shows: `Bearer` with the token, or `Basic` with the token's id as user name and the token as password.
pub(crate) struct Shown {
    token: String,
    /// Nothing with `Bearer`.
    user: Option<String>,
}

/// The token that a request shows. A password that is none belongs to a proxy in front of this server.
pub(crate) fn shown(headers: &HeaderMap) -> Option<Shown> {
    if let Some(Authorization(bearer)) = headers.typed_get::<Authorization<Bearer>>() {
        return Some(Shown { token: bearer.token().to_owned(), user: None });
    }
    let Authorization(basic) = headers.typed_get::<Authorization<Basic>>()?;
    let ours = basic.password().starts_with(BEGINNING);
    ours.then(|| Shown { token: basic.password().to_owned(), user: Some(basic.username().to_owned()) })
}

/// Whether the request goes where tokens are taken.
pub(crate) fn is_taken(request: &Request) -> bool {
    let path = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    edge::takes_tokens(request.method().as_str(), path)
}

/// Whether the request goes where nothing but tokens is taken.
pub(crate) fn is_alone(request: &Request) -> bool {
    request.extensions().get::<MatchedPath>().is_some_and(|path| edge::is_alone(path.as_str()))
}

/// Whence a request came.
pub(crate) fn peer(edges: &Edges, request: &Request) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    peer.map(|peer| address(peer.0.ip(), request.headers(), &edges.proxies).to_string()).unwrap_or_default()
}

/// The caller behind a token, or the refusal.
pub(crate) async fn caller(edges: &Edges, shown: Shown, peer: &str) -> Result<Caller, Response> {
    let id = shown.user.map(|user| user.trim().parse::<TokenId>()).transpose().map_err(|_| unknown())?;
    match tokens::caller(&edges.domain, &shown.token, id, peer).await {
        Ok(caller) => caller.ok_or_else(unknown),
        Err(error) => {
            tracing::error!(%error, "token could not be read");
            Err(told(&AppError::Busy))
        }
    }
}

/// The answer to a token that is unknown or dead: which of the two is nobody's business.
pub(crate) fn unknown() -> Response {
    let challenge = HeaderValue::from_static("Basic realm=\"Seatscope\", charset=\"UTF-8\"");
    ([(header::WWW_AUTHENTICATE, challenge)], told(&AppError::SignedOut)).into_response()
}

/// Refuses a token in the address: proxies, histories and logs have seen it now, so it is revoked.
pub(crate) async fn leaked(edges: &Edges, query: &str) -> Option<Response> {
    let words = pairs(query).into_iter().flat_map(|(name, value)| [name, value]);
    let found: Vec<String> =
        words.flat_map(|word| tokens::in_text(&word).map(str::to_owned).collect::<Vec<_>>()).collect();
    for token in &found {
        if let Err(error) = tokens::leaked(&edges.domain, token).await {
            tracing::error!(%error, "leaked token could not be revoked");
        }
    }
    if found.is_empty() {
        return None;
    }
    let why = "A token in an address is seen by others. It was revoked; make a new one and send it as a header.\n";
    Some((StatusCode::BAD_REQUEST, why).into_response())
}

#[cfg(test)]
mod tests;
