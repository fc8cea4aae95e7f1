//! The button behind a one-time link, and the way out.

use super::{browser::AskedBy, cookies};
use crate::router::Edges;
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::session;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    link: String,
}

/// Consumes the link. A session that the browser had before ends: nobody is two people at once.
pub(super) async fn sign_in(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    match session::sign_in(&edges.domain, &sent.link, &browser).await {
        Ok(signed_in) => {
            end(&edges, &headers).await;
            to("/", cookies::set_session(edges.https(), Some(signed_in.token.text())))
        }
        Err(domain::Error::Invalid(_)) => Redirect::to("/sign-in?failed=link").into_response(),
        Err(error) => {
            tracing::error!(%error, "sign-in failed");
            Redirect::to("/sign-in?failed=server").into_response()
        }
    }
}

/// Ends the session, here and on the server.
pub(super) async fn sign_out(State(edges): State<Edges>, headers: HeaderMap) -> Response {
    end(&edges, &headers).await;
    // What pages left in the browser goes too: the next person at it is another one.
    let clear = [("clear-site-data", "\"cache\", \"storage\"")];
    (clear, to("/sign-in", cookies::set_session(edges.https(), None))).into_response()
}

async fn end(edges: &Edges, headers: &HeaderMap) {
    if let Some(token) = cookies::session(headers, edges.https())
        && let Err(error) = session::sign_out(&edges.domain, &token).await
    {
        tracing::error!(%error, "session could not be ended");
    }
}

fn to(path: &str, cookie: Option<HeaderValue>) -> Response {
    (AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie))), Redirect::to(path)).into_response()
}
