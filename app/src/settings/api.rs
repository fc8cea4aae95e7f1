//! The settings' doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{AccountSettings, TokenRow};

/// The API tokens of the account.
#[server(endpoint = "tokens/list", input = leptos::server_fn::codec::Json)]
pub async fn tokens() -> Result<Vec<TokenRow>, ApiError> {
    let (domain, caller) = caller()?;
    domain::tokens::list(&domain, &caller).await.answer().await
}

/// The settings of the account.
#[server(endpoint = "account/settings", input = leptos::server_fn::codec::Json)]
pub async fn settings() -> Result<AccountSettings, ApiError> {
    let (domain, caller) = caller()?;
    domain::account::settings(&domain, &caller).await.answer().await
}
