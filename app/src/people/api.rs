//! User management's doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller},
    routes::to,
};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use model::end_of_day;
use model::{BulkRow, BulkUpdate, PersonDetail, PersonFilter, PersonId, PersonRow, Role, Viewer};

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

/// What a change of several people would come to.
#[server(endpoint = "people/preview", input = leptos::server_fn::codec::Json)]
pub async fn preview(update: BulkUpdate) -> Result<Vec<BulkRow>, ApiError> {
    let (domain, caller) = caller()?;
    domain::people::preview(&domain, &caller, &update).await.answer().await
}

/// Everybody who can see the account's analytics.
#[server(endpoint = "people/who", input = leptos::server_fn::codec::Json)]
pub async fn who() -> Result<Vec<Viewer>, ApiError> {
    let (domain, caller) = caller()?;
    domain::people::who(&domain, &caller).await.answer().await
}

/// Update: the whole set of a person's roles; answers with those given and those taken. `held` is what the page showed, and
/// `until` the last day of what is added. Sent by a form, so that it works
/// without JavaScript too.
#[server(endpoint = "people/update-roles")]
pub async fn update_roles(
    person: PersonId,
    version: i64,
    #[server(default)] roles: Vec<Role>,
    #[server(default)] held: Vec<Role>,
    #[server(default)] until: String,
    #[server(default)] reason: String,
) -> Result<(Vec<Role>, Vec<Role>), ApiError> {
    let (domain, caller) = caller()?;
    // The end date is for the roles that are added; the version makes sure that `held` is what is held.
    let until = roles.iter().filter(|role| !held.contains(role)).map(|role| (*role, end_of_day(&until))).collect();
    let update = domain::people::RoleUpdate { person, version, roles: roles.into_iter().collect(), until, reason };
    let (given, taken) = domain::people::update_roles(&domain, &caller, &update).await.answer().await?;
    // Without JavaScript the page comes back by a redirect: its address says what was done.
    crate::request::redirect_form(&to::updated(person, &given, &taken));
    Ok((given, taken))
}
