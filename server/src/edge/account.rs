//! From one partner account to another of the same person.

use super::{
    cookies,
    problem::{SignedIn, answer},
};
use crate::router::Edges;
use app::request::Asker;
use axum::{
    Extension, Form,
    extract::State,
    http::{HeaderName, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::account;
use model::AccountId;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Sent {
    account: AccountId,
}

/// Begins a session in the other account in place of this one. The browser forgets what it kept of the first, so that Back
/// shows nothing of it.
pub(super) async fn switch(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Form(sent): Form<Sent>,
) -> Response {
    match account::switch(&edges.domain, &caller, sent.account).await {
        Ok(signed_in) => {
            let cookie = cookies::set_session(edges.https(), Some(signed_in.token.text()));
            let cookie = AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
            let forget = [(HeaderName::from_static("clear-site-data"), "\"cache\"")];
            (cookie, forget, Redirect::to("/")).into_response()
        }
        Err(error) => answer(&edges.domain, &asker, error).await,
    }
}
