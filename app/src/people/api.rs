//! User management's doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller},
    routes::to,
};
use leptos::prelude::*;
use model::{PersonDetail, PersonFilter, PersonId, PersonRow, Role};
#[cfg(feature = "ssr")]
use std::collections::BTreeMap;

/// The people of the account.
#[server(endpoint = "people/list", input = leptos::server_fn::codec::Json)]
pub async fn list(filter: PersonFilter) -> Result<Vec<PersonRow>, ApiError> {
    let (domain, caller) = caller()?;
    domain::people::list(&domain, &caller, &filter).await.answer().await
}

/// One person.
#[server(endpoint = "people/detail", input = leptos::server_fn::codec::Json)]
pub async fn detail(person: PersonId) -> Result<PersonDetail, ApiError> {
    let (domain, caller) = caller()?;
    domain::people::detail(&domain, &caller, person).await.answer().await
}

/// Update: the whole set of a person's roles; answers with those given and those taken. Sent by a form, so that it works
/// without JavaScript too.
#[server(endpoint = "people/update-roles")]
pub async fn update_roles(
    person: PersonId,
    version: i64,
    #[server(default)] roles: Vec<Role>,
    #[server(default)] reason: String,
) -> Result<(Vec<Role>, Vec<Role>), ApiError> {
    let (domain, caller) = caller()?;
    let (roles, until) = (roles.into_iter().collect(), BTreeMap::new());
    let update = domain::people::RoleUpdate { person, version, roles, until, reason };
    let (given, taken) = domain::people::update_roles(&domain, &caller, &update).await.answer().await?;
    // Without JavaScript the page comes back by a redirect: its address says what was done.
    crate::request::redirect_form(&to::updated(person, &given, &taken));
    Ok((given, taken))
}
