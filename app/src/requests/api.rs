//! The requests' doors to the domain. Asking and withdrawing are plain routes of the server: they stand on every closed page.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller},
    routes::to,
};
use leptos::prelude::*;
use model::{AccessRequest, RequestId};

/// The account's requests.
#[server(endpoint = "requests/list", input = leptos::server_fn::codec::Json)]
pub async fn list() -> Result<Vec<AccessRequest>, ApiError> {
    let (domain, caller) = caller()?;
    domain::requests::list(&domain, &caller).await.answer().await
}

/// Approves or declines; answers with which. A form, so that it works without JavaScript too.
#[server(endpoint = "requests/decide")]
pub async fn decide(
    id: RequestId,
    approve: bool,
    #[server(default)] reason: String,
    #[server(default)] until: String,
) -> Result<bool, ApiError> {
    let (domain, caller) = caller()?;
    let until = match model::end_of_day(&until) {
        None if !until.is_empty() => return Err(domain::Error::Invalid(model::Invalid::EndDate)).answer().await,
        until => until,
    };
    let decision = model::Decision { approve, reason, until };
    domain::requests::decide(&domain, &caller, id, &decision).await.answer().await?;
    crate::request::redirect_form(&to::with(to::REQUESTS, &[("approved", approve.to_string())]));
    Ok(approve)
}
