//! The demo's open door: makes a fresh one-time link each time, and leads to it.

use crate::router::{Demo, Edges};
use axum::{
    extract::{ConnectInfo, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{secret::Secret, session};
use serde::Deserialize;
use std::net::SocketAddr;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    key: String,
}

pub(super) async fn enter(
    State(edges): State<Edges>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Query(asked): Query<Asked>,
) -> Response {
    let Some(Demo { key, account, email }) = &edges.demo else { return StatusCode::NOT_FOUND.into_response() };
    // Hashes, so that the time it takes tells nothing about the key.
    if !peer.ip().is_loopback() || Secret::hash(&asked.key) != Secret::hash(key) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match session::make(&edges.domain, *account, email).await {
        Ok(link) => Redirect::to(&format!("/sign-in?link={}", link.text())).into_response(),
        Err(error) => {
            tracing::error!(%error, "demo link could not be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
