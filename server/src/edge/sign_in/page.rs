//! The sign-in page: the form, or what a one-time link leads to.

use super::super::plain::Pages;
use crate::router::Edges;
use app::plain::{Expired, Link, SignIn, own_address};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{oidc, session};
use model::ProviderFailure;
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Asked {
    link: Option<String>,
    failed: Option<String>,
    #[serde(default)]
    next: String,
}

/// Whoever is signed in already goes on.
pub(in crate::edge) async fn page(State(edges): State<Edges>, pages: Pages, Query(asked): Query<Asked>) -> Response {
    let Asked { link, failed, next } = asked;
    let provider = oidc::provider_name(&edges.domain);
    if let Some(link) = link {
        return match session::holder(&edges.domain, &link).await {
            Ok(Some(holder)) => pages.page(Link { link, name: holder.name, email: holder.email, provider }),
            Ok(None) => pages.page(Expired),
            Err(error) => pages.failed(error, "").await,
        };
    }
    let failure = failed.as_deref().and_then(ProviderFailure::from_key);
    if failed.is_some() && failure.is_none() {
        return pages.page(Expired);
    }
    if pages.caller().is_some() {
        return Redirect::to(&own_address(&next)).into_response();
    }
    let trouble = failure.map(|failure| (pages.text().provider().failure)(failure).to_owned());
    pages.page(SignIn { next, trouble, passkeys: edges.passkeys().is_some(), provider, ..SignIn::default() })
}
