//! Finding without a script.

use super::{plain::Pages, problem::SignedIn};
use crate::router::Edges;
use app::plain::Find;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use model::pairs;

pub(super) async fn page(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    let asked = pairs(&query.unwrap_or_default()).into_iter().find(|(name, _)| name == "q");
    let typed = asked.map(|(_, typed)| typed).unwrap_or_default();
    match domain::find(&edges.domain, &caller, &typed).await {
        Ok(found) => pages.page(Find { typed, found }),
        Err(error) => pages.failed(error, "/find").await,
    }
}

#[cfg(test)]
mod tests;
