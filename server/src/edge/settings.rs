//! The forms of the settings pages. They come back to their page, which says what was done or why it was not.

use super::{
    cookies,
    problem::{SignedIn, told},
};
use crate::router::Edges;
use app::{
    failed_code,
    request::{Asker, explain},
};
use axum::{
    Extension, Form,
    extract::{Path, RawForm, State},
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::{
    Error, account,
    tokens::{self, NewToken},
};
use model::{Settings, TokenId, TokenScope, pairs};
use std::collections::BTreeSet;

const TOKENS: &str = "/settings/tokens";

/// Makes a token. It comes in a cookie for the page that the browser is sent to, so that it stands in no address and in no
/// history.
pub(super) async fn make_token(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawForm(sent): RawForm,
) -> Response {
    match tokens::make(&edges.domain, &caller, &wanted(&sent)).await {
        Ok(made) => {
            let cookie = cookies::set_made(edges.https(), &format!("{}.{}", made.id, made.token.text()));
            (AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie))), Redirect::to(TOKENS)).into_response()
        }
        Err(error) => back(&edges, &asker, TOKENS, Err(error)).await,
    }
}

/// What a form asks for; what cannot be read is left empty, which the rules refuse.
fn wanted(sent: &[u8]) -> NewToken {
    let mut new = NewToken { name: String::new(), scopes: BTreeSet::new(), days: 0 };
    for (name, value) in pairs(&String::from_utf8_lossy(sent)) {
        match name.as_str() {
            "name" => new.name = value,
            "days" => new.days = value.parse().unwrap_or_default(),
            "scope" => new.scopes.extend(TokenScope::from_key(&value)),
            _ => {}
        }
    }
    new
}

/// Revokes a token.
pub(super) async fn revoke_token(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<TokenId>,
) -> Response {
    let done = tokens::revoke(&edges.domain, &caller, id).await;
    back(&edges, &asker, TOKENS, done).await
}

/// Changes the account's settings.
pub(super) async fn change(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Form(sent): Form<Settings>,
) -> Response {
    let done = account::change(&edges.domain, &caller, &sent).await;
    back(&edges, &asker, "/settings/account", done).await
}

/// Sends the browser back to its page, which says what was done or why it was not.
pub(super) async fn back(edges: &Edges, asker: &Asker, page: &str, done: Result<(), Error>) -> Response {
    let Err(error) = done else { return Redirect::to(&format!("{page}?saved")).into_response() };
    let error = explain(Some(&edges.domain), asker.caller.as_ref(), &asker.request, error).await;
    match failed_code(&error) {
        Some(code) => Redirect::to(&format!("{page}?failed={code}")).into_response(),
        None => told(&error),
    }
}

#[cfg(test)]
mod tests;
