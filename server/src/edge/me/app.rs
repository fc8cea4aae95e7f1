//! Setting up an authenticator app, and removing it.

use super::page::after;
use crate::{
    edge::{
        cookies,
        plain::{Pages, with_next},
        problem::SignedIn,
        sign_in::{Next, go},
    },
    router::Edges,
};
use app::plain::Setup;
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::{credential::totp, session};
use serde::Deserialize;

/// Makes the key and shows it.
pub(in crate::edge) async fn begin(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Next { next }): Form<Next>,
) -> Response {
    match totp::begin(&edges.domain, &caller).await {
        Ok((token, setup)) => {
            let cookie = cookies::set_exchange(edges.https(), token.text()).map(|cookie| (header::SET_COOKIE, cookie));
            let page = pages.page(Setup { setup: Some(setup), next, trouble: None });
            (AppendHeaders(cookie), page).into_response()
        }
        Err(error) => pages.failed(error, &back(&next)).await,
    }
}

/// The page with the button that the person pressed.
fn back(next: &str) -> String {
    if next == super::HERE { next.to_owned() } else { with_next("/sign-in/second", next) }
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    code: String,
    #[serde(default)]
    next: String,
}

/// Takes the code that proves that the key arrived; recovery codes come next.
pub(in crate::edge) async fn confirm(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    headers: HeaderMap,
    Form(Sent { code, next }): Form<Sent>,
) -> Response {
    let token = cookies::exchange(&headers, edges.https()).unwrap_or_default();
    match session::enrol_app(&edges.domain, &caller, &token, &code).await {
        Ok(signed_in) => go(&edges, &signed_in.token, &with_next("/me/codes", &next)),
        Err(error) => {
            let back = back(&next);
            pages.again(error, &back, |words| Setup { setup: None, next, trouble: Some(words) }).await
        }
    }
}

pub(in crate::edge) async fn remove(State(edges): State<Edges>, SignedIn(caller): SignedIn, pages: Pages) -> Response {
    let changed = totp::remove(&edges.domain, &caller).await;
    after(&edges, &caller, pages, changed).await
}
