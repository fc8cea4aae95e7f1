//! The notices' doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller},
    routes::to,
};
use jiff::Timestamp;
use leptos::prelude::*;
use model::{Notice, Waiting};

/// The visitor's newest notices.
#[server(endpoint = "notices/list", input = leptos::server_fn::codec::Json)]
pub async fn list() -> Result<Vec<Notice>, ApiError> {
    let (domain, caller) = caller()?;
    domain::notices::list(&domain, &caller).await.answer().await
}

/// What waits for the visitor.
#[server(endpoint = "notices/waiting", input = leptos::server_fn::codec::Json)]
pub async fn what_waits() -> Result<Waiting, ApiError> {
    let (domain, caller) = caller()?;
    domain::notices::waiting(&domain, &caller).await.answer().await
}

/// Marks as seen what the visitor was told up to a moment. A form, so that it works without JavaScript too.
#[server(endpoint = "notices/see")]
pub async fn see(upto: Timestamp) -> Result<(), ApiError> {
    let (domain, caller) = caller()?;
    domain::notices::see(&domain, &caller, upto).await.answer().await?;
    crate::request::redirect_form(to::NOTICES);
    Ok(())
}
