//! Ending one's sessions elsewhere.

use super::page::after;
use crate::{
    edge::{plain::Pages, problem::SignedIn},
    router::Edges,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::session;
use model::SessionId;

pub(in crate::edge) async fn end(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(id): Path<SessionId>,
) -> Response {
    let ended = session::end_own(&edges.domain, &caller, id).await;
    after(&edges, &caller, pages, ended).await
}

pub(in crate::edge) async fn end_others(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
) -> Response {
    let ended = session::end_others(&edges.domain, &caller).await.map(drop);
    after(&edges, &caller, pages, ended).await
}
