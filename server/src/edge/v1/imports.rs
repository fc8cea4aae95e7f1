//! What was given in. Files come by the same door as the Data page's.

use crate::edge::problem::{SignedIn, answer};
use app::request::Asker;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::{Domain, imports};
use model::ImportId;
use serde_json::json;

pub(super) async fn list(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
) -> Response {
    match imports::history(&domain, &caller).await {
        Ok(rows) => Json(json!({ "imports": rows })).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

pub(super) async fn one(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ImportId>,
) -> Response {
    match imports::one(&domain, &caller, id).await {
        Ok(row) => Json(row).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}
