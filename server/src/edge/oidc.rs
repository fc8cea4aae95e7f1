//! Sign-in by an identity provider: the way there, and the way back.

use super::{
    browser::AskedBy,
    cookies,
    plain::Pages,
    sign_in::{begun, go},
};
use crate::router::Edges;
use app::plain::{ToProvider, own_address};
use axum::{
    Form,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::oidc::{self, Answer, Failure, Purpose};
use model::pairs;
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Wanted {
    #[default]
    SignIn,
    Invitation,
    StepUp,
    Connect,
}

#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    purpose: Wanted,
    #[serde(default)]
    link: String,
    #[serde(default)]
    next: String,
}

/// Begins: binds the sign-in to the browser and shows it the way.
pub(super) async fn begin(State(edges): State<Edges>, pages: Pages, Form(sent): Form<Sent>) -> Response {
    let Some(name) = oidc::provider_name(&edges.domain) else { return StatusCode::NOT_FOUND.into_response() };
    let purpose = match sent.purpose {
        Wanted::SignIn => Purpose::SignIn,
        Wanted::Invitation => Purpose::invitation(&sent.link),
        Wanted::StepUp => Purpose::StepUp,
        Wanted::Connect => Purpose::Connect,
    };
    match oidc::begin(&edges.domain, pages.caller(), purpose, &own_address(&sent.next)).await {
        Ok(begun) => {
            let cookie = cookies::set_provider(edges.https(), Some(begun.token.text()));
            let refresh = [("refresh", format!("0;url={}", begun.address))];
            let page = pages.page(ToProvider { name, address: begun.address });
            (AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie))), refresh, page).into_response()
        }
        Err(failure) => failed(pages, failure).await,
    }
}

/// Ends it, however it went: the browser's secret is of no use any more.
pub(super) async fn callback(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let token = cookies::provider(&headers, edges.https());
    let answer = answer(&query.unwrap_or_default());
    let response = match oidc::finish(&edges.domain, token.as_deref(), pages.caller(), &answer, &browser).await {
        Ok(finished) => match finished.signed_in {
            None => Redirect::to(&finished.back).into_response(),
            Some(signed_in) => match begun(&edges, &headers, &signed_in, &finished.back).await {
                Ok(to) => go(&edges, &signed_in.token, &to),
                Err(error) => pages.failed(error, "").await,
            },
        },
        Err(failure) => failed(pages, failure).await,
    };
    let cookie = cookies::set_provider(edges.https(), None);
    (AppendHeaders(cookie.map(|cookie| (header::SET_COOKIE, cookie))), response).into_response()
}

/// What came back. What is there twice counts as not there: nobody knows which one is meant.
fn answer(query: &str) -> Answer {
    let pairs = pairs(query);
    let only = |wanted: &str| {
        let mut found = pairs.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        found.next().filter(|_| found.next().is_none())
    };
    Answer { code: only("code"), state: only("state"), iss: only("iss"), error: only("error") }
}

/// Back to where it was begun, which says in a sentence what was wrong. The reason stands in the log only.
async fn failed(pages: Pages, failure: Failure) -> Response {
    let back = if pages.caller().is_some() { "/me/security" } else { "/sign-in" };
    match failure {
        Failure::Refused { what, why } => {
            tracing::warn!(request = pages.request(), why, "sign-in by the identity provider refused");
            Redirect::to(&format!("{back}?failed={}", what.key())).into_response()
        }
        Failure::Broken(error) => pages.failed(error, back).await,
    }
}

#[cfg(test)]
mod tests;
