//! Signing in: what the link's page shows. The link itself is used by a plain route of the server.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, domain};
use leptos::prelude::*;

/// The name and e-mail address of whom a link would sign in; nothing when it cannot be used (any more).
#[server(endpoint = "session/link-holder", input = leptos::server_fn::codec::Json)]
pub async fn link_holder(link: String) -> Result<Option<(String, String)>, ApiError> {
    let holder = domain::session::holder(&domain()?, &link).await.answer().await?;
    Ok(holder.map(|holder| (holder.name, holder.email)))
}
