//! Making a passkey, by the page's script, and removing one.

use super::{HERE, page::after};
use crate::{
    edge::{
        cookies,
        plain::{Pages, with_next},
        problem::SignedIn,
        sign_in::{Next, asked, session_cookie},
    },
    router::Edges,
};
use axum::{
    Form, Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{credential::passkey, session};
use serde::Deserialize;
use serde_json::json;

pub(in crate::edge) async fn begin(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Json(Next { next }): Json<Next>,
) -> Response {
    let Some(site) = edges.passkeys() else { return StatusCode::NOT_FOUND.into_response() };
    match passkey::begin_add(&edges.domain, &caller, &site).await {
        Ok((token, options)) => asked(&edges, token.text(), &options),
        Err(error) => pages.scripted(error, &back(&next)).await,
    }
}

/// The page with the button that the person pressed.
fn back(next: &str) -> String {
    if next == HERE { next.to_owned() } else { with_next("/sign-in/second", next) }
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    response: String,
    name: String,
    #[serde(default)]
    next: String,
}

/// Takes what the browser made; recovery codes come next, where there are none.
pub(in crate::edge) async fn finish(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Response {
    let Some(site) = edges.passkeys() else { return StatusCode::NOT_FOUND.into_response() };
    let token = cookies::exchange(&headers, edges.https()).unwrap_or_default();
    let added = session::enrol_passkey(&edges.domain, &caller, &site, &token, &sent.response, &sent.name).await;
    match added {
        Ok(signed_in) => {
            let to = with_next("/me/codes", &sent.next);
            (session_cookie(&edges, &signed_in.token), Json(json!({ "to": to }))).into_response()
        }
        Err(error) => pages.scripted(error, &back(&sent.next)).await,
    }
}

#[derive(Deserialize)]
pub(in crate::edge) struct Named {
    id: String,
}

pub(in crate::edge) async fn remove(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Named { id }): Form<Named>,
) -> Response {
    let changed = passkey::remove(&edges.domain, &caller, &id).await;
    after(&edges, &caller, pages, changed).await
}
