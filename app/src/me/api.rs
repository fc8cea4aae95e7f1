//! My account's door to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::Grant;

/// The visitor's own roles, and where they come from.
#[server(endpoint = "me/access", input = leptos::server_fn::codec::Json)]
pub async fn access() -> Result<Vec<Grant>, ApiError> {
    let (domain, caller) = caller()?;
    domain::people::own(&domain, &caller).await.answer().await
}
