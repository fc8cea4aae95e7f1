//! The door of Azure by day to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{DailyQuery, DailyReport};

/// Metered resources of some days, and budgets.
#[server(endpoint = "azure/days", input = leptos::server_fn::codec::Json)]
pub async fn days(query: DailyQuery) -> Result<DailyReport, ApiError> {
    let (domain, caller) = caller()?;
    domain::azure::days(&domain, &caller, &query).await.answer().await
}
