//! What changed, and the weekly letter about it.

use super::{plain::Pages, problem::SignedIn};
use crate::router::Edges;
use app::plain::WhatChanged;
use axum::{
    Form,
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Domain, Error, access::Caller, digest};
use model::Invalid;
use serde::Deserialize;

const HERE: &str = "/digest";

pub(super) async fn page(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    match what_changed(&edges.domain, &caller).await {
        Ok(page) => pages.page(WhatChanged { done: query.as_deref() == Some("done"), ..page }),
        Err(error) => pages.failed(error, HERE).await,
    }
}

async fn what_changed(domain: &Domain, caller: &Caller) -> Result<WhatChanged, Error> {
    let digest = digest::changes(domain, caller).await?;
    let wants = digest::wants(domain, caller).await?.unwrap_or_default();
    Ok(WhatChanged { digest, wants, mails: domain.mail.is_some(), ..WhatChanged::default() })
}

#[derive(Deserialize)]
pub(super) struct Act {
    #[serde(default)]
    act: String,
}

/// Takes the weekly letter, or stops it.
pub(super) async fn letter(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Act { act }): Form<Act>,
) -> Response {
    let domain = &edges.domain;
    let done = match act.as_str() {
        "take" => digest::want(domain, &caller, true).await,
        "stop" => digest::want(domain, &caller, false).await,
        _ => Err(Error::Invalid(Invalid::Request)),
    };
    let Err(error) = done else { return Redirect::to("/digest?done#letter").into_response() };
    match what_changed(domain, &caller).await {
        Ok(page) => pages.again(error, HERE, |words| WhatChanged { trouble: Some(words), ..page }).await,
        Err(error) => pages.failed(error, HERE).await,
    }
}

#[cfg(test)]
mod tests;
