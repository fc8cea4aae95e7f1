//! The identity providers that a person signs in with.

use super::page::after;
use crate::{
    edge::{plain::Pages, problem::SignedIn},
    router::Edges,
};
use axum::{Form, extract::State, response::Response};
use domain::oidc;
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Named {
    issuer: String,
}

pub(in crate::edge) async fn remove(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Named { issuer }): Form<Named>,
) -> Response {
    let changed = oidc::disconnect(&edges.domain, &caller, &issuer).await;
    after(&edges, &caller, pages, changed).await
}
