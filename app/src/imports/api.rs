//! The Data page's doors to the domain. Files themselves go through plain routes of the server.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{Freshness, ImportId, ImportRow};

/// The newest imports.
#[server(endpoint = "imports/history", input = leptos::server_fn::codec::Json)]
pub async fn history() -> Result<Vec<ImportRow>, ApiError> {
    let (domain, caller) = caller()?;
    domain::imports::history(&domain, &caller).await.answer().await
}

/// One import with its months.
#[server(endpoint = "imports/one", input = leptos::server_fn::codec::Json)]
pub async fn one(id: ImportId) -> Result<ImportRow, ApiError> {
    let (domain, caller) = caller()?;
    domain::imports::one(&domain, &caller, id).await.answer().await
}

/// How fresh each dataset is.
#[server(endpoint = "imports/freshness", input = leptos::server_fn::codec::Json)]
pub async fn how_fresh() -> Result<Vec<Freshness>, ApiError> {
    let (domain, caller) = caller()?;
    domain::imports::freshness(&domain, &caller).await.answer().await
}
