//! Finding's door to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::Found;

/// The customers and people that what was typed names, as far as the visitor may open them.
#[server(endpoint = "find", input = leptos::server_fn::codec::Json)]
pub async fn find(typed: String) -> Result<Found, ApiError> {
    let (domain, caller) = caller()?;
    domain::find(&domain, &caller, &typed).await.answer().await
}
