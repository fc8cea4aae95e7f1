//! Setting and removing one's password.

use super::page::after;
use crate::{
    edge::{plain::Pages, problem::SignedIn},
    router::Edges,
};
use axum::{Form, extract::State, response::Response};
use domain::credential::password::{self, Plain};
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    password: String,
}

pub(in crate::edge) async fn set(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(sent): Form<Sent>,
) -> Response {
    let changed = password::set(&edges.domain, &caller, Plain::new(&sent.password)).await;
    after(&edges, &caller, pages, changed).await
}

pub(in crate::edge) async fn remove(State(edges): State<Edges>, SignedIn(caller): SignedIn, pages: Pages) -> Response {
    let changed = password::remove(&edges.domain, &caller).await;
    after(&edges, &caller, pages, changed).await
}
