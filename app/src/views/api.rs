//! The views' door to the domain.

use crate::error::ApiError;
use crate::loaded::Loading;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::SavedView;

/// The visitor's views on their way.
pub(crate) type Views = Loading<Vec<SavedView>>;

/// The visitor's own views in this account.
#[server(endpoint = "views/list", input = leptos::server_fn::codec::Json)]
pub async fn list() -> Result<Vec<SavedView>, ApiError> {
    let (domain, caller) = caller()?;
    domain::views::list(&domain, &caller).await.answer().await
}
