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
    Error, account, customers, licenses, oidc,
    tokens::{self, NewToken},
};
use model::{CustomerOverride, GroupMapping, Invalid, Role, Settings, TokenId, TokenScope, pairs};
use std::collections::BTreeSet;
use uuid::Uuid;

const TOKENS: &str = "/settings/tokens";
const ACCOUNT: &str = "/settings/account";

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
    back(&edges, &asker, ACCOUNT, done).await
}

/// Replaces the rules by which the provider's groups give roles.
pub(super) async fn map_groups(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawForm(sent): RawForm,
) -> Response {
    let done = match rules(&sent) {
        Some(mapping) => oidc::set_mapping(&edges.domain, &caller, &mapping).await,
        None => Err(Error::Invalid(Invalid::Setting)),
    };
    back(&edges, &asker, ACCOUNT, done).await
}

/// Leaves the ticked products out of totals, and no others.
pub(super) async fn leave_out(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawForm(sent): RawForm,
) -> Response {
    let sent = pairs(&String::from_utf8_lossy(&sent)).into_iter();
    let products: Vec<String> = sent.filter_map(|(name, value)| (name == "product").then_some(value)).collect();
    let done = licenses::leave_out(&edges.domain, &caller, &products).await;
    back(&edges, &asker, ACCOUNT, done).await
}

/// Changes what is said of a customer.
pub(super) async fn override_customer(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(tenant): Path<Uuid>,
    Form(sent): Form<CustomerOverride>,
) -> Response {
    let done = customers::set_overrides(&edges.domain, &caller, &tenant.to_string(), &sent).await;
    back(&edges, &asker, &format!("/customers/{tenant}"), done).await
}

/// The rules of a form, in which each group's role follows it; a row without a group is none.
fn rules(sent: &[u8]) -> Option<GroupMapping> {
    let (mut mapping, mut group) = (GroupMapping::default(), None);
    for (name, value) in pairs(&String::from_utf8_lossy(sent)) {
        match name.as_str() {
            "on" => mapping.on = true,
            "group" => group = Some(value.trim().to_owned()),
            "role" => {
                let group = group.take()?;
                if !group.is_empty() {
                    mapping.rules.push((group, Role::from_key(&value)?));
                }
            }
            _ => {}
        }
    }
    Some(mapping)
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
