//! Signing in, in one step or two; proving it again; the way out.

mod confirm;
mod help;
mod link;
mod page;
mod passkey;
mod password;
mod second;

pub(super) use confirm::{by_password, confirm};
pub(super) use help::{help, letter};
pub(super) use link::{sign_in, sign_out};
pub(super) use page::page;
pub(super) use passkey::{asked, begin, finish};
pub(super) use password::password;
pub(super) use second::{code, second};

use super::{cookies, plain::with_next};
use crate::router::Edges;
use app::plain::own_address;
use axum::{
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::{
    secret::Secret,
    session::{self, SignedIn},
};
use serde::Deserialize;

/// Where to go afterwards.
#[derive(Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    pub(super) next: String,
}

/// Sets the session's cookie and goes on to a page of this site.
pub(super) fn go(edges: &Edges, token: &Secret, next: &str) -> Response {
    (session_cookie(edges, token), Redirect::to(&own_address(next))).into_response()
}

/// The cookie of a session that has a new secret.
pub(super) fn session_cookie(
    edges: &Edges,
    token: &Secret,
) -> AppendHeaders<Option<(header::HeaderName, header::HeaderValue)>> {
    let cookie = cookies::set_session(edges.https(), Some(token.text()));
    AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie)))
}

/// Where a session that has just begun goes first. The one that the browser had before ends: nobody is two people at once, and
/// a cookie that somebody else put there is worth nothing.
pub(super) async fn begun(
    edges: &Edges,
    headers: &HeaderMap,
    signed_in: &SignedIn,
    next: &str,
) -> Result<String, domain::Error> {
    end(edges, headers).await;
    let caller = session::caller(&edges.domain, signed_in.token.text()).await?;
    let second = caller.as_ref().and_then(|caller| caller.visitor()).is_some_and(|visitor| !visitor.second_factor);
    let next = own_address(next);
    Ok(if second { with_next("/sign-in/second", &next) } else { next })
}

/// Ends the session that the browser has.
async fn end(edges: &Edges, headers: &HeaderMap) {
    if let Some(token) = cookies::session(headers, edges.https())
        && let Err(error) = session::sign_out(&edges.domain, &token).await
    {
        tracing::error!(%error, "session could not be ended");
    }
}

#[cfg(test)]
mod tests;
