//! Proving who one is with a passkey: to sign in, as the second factor, or again. Asked for by the page's script.

use super::{begun, session_cookie};
use crate::{
    edge::{browser::AskedBy, cookies, plain::Pages},
    router::Edges,
};
use app::plain::own_address;
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::{access::Caller, credential::passkey, session};
use serde::Deserialize;
use serde_json::{Value, json};

/// Asks for a passkey: of whoever is signed in, else of anybody.
pub(in crate::edge) async fn begin(State(edges): State<Edges>, pages: Pages, Json(_): Json<Value>) -> Response {
    let Some(site) = edges.passkeys() else { return StatusCode::NOT_FOUND.into_response() };
    let person = pages.caller().and_then(Caller::id);
    match passkey::begin(&edges.domain, &site, person).await {
        Ok((token, options)) => asked(&edges, token.text(), &options),
        Err(error) => pages.scripted(error, "").await,
    }
}

/// What the script hands to the browser, and the cookie that binds the exchange to it.
pub(in crate::edge) fn asked(edges: &Edges, token: &str, options: &str) -> Response {
    let Ok(options) = serde_json::from_str::<Value>(options) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let cookie = cookies::set_exchange(edges.https(), token).map(|cookie| (header::SET_COOKIE, cookie));
    (AppendHeaders(cookie), Json(json!({ "options": options }))).into_response()
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    response: String,
    #[serde(default)]
    next: String,
}

/// Takes the browser's answer; says where to go.
pub(in crate::edge) async fn finish(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Response {
    let Some(site) = edges.passkeys() else { return StatusCode::NOT_FOUND.into_response() };
    let token = cookies::exchange(&headers, edges.https()).unwrap_or_default();
    let finished = match pages.caller() {
        Some(caller) => {
            let done =
                session::confirm_by_passkey(&edges.domain, caller, &site, &token, &sent.response, &browser).await;
            done.map(|signed_in| (signed_in, own_address(&sent.next)))
        }
        None => match session::by_passkey(&edges.domain, &site, &token, &sent.response, &browser).await {
            Ok(signed_in) => begun(&edges, &headers, &signed_in, &sent.next).await.map(|to| (signed_in, to)),
            Err(error) => Err(error),
        },
    };
    match finished {
        Ok((signed_in, to)) => (session_cookie(&edges, &signed_in.token), Json(json!({ "to": to }))).into_response(),
        Err(error) => pages.scripted(error, "").await,
    }
}
