//! The activity log's door to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{ActivityFilter, ActivityPage};

/// A page of the log.
#[server(endpoint = "activity/list", input = leptos::server_fn::codec::Json)]
pub async fn list(filter: ActivityFilter) -> Result<ActivityPage, ApiError> {
    let (domain, caller) = caller()?;
    domain::activity::list(&domain, &caller, &filter).await.answer().await
}
