//! The customer page's door to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::CustomerDetail;

/// One customer in full.
#[server(endpoint = "customers/detail", input = leptos::server_fn::codec::Json)]
pub async fn detail(tenant: String) -> Result<CustomerDetail, ApiError> {
    let (domain, caller) = caller()?;
    domain::customers::detail(&domain, &caller, &tenant).await.answer().await
}
