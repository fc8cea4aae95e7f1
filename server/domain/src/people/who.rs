//! Who can see this account's analytics: everybody whom the role opens them, and how each came by it.

use super::{grants, list::members};
use crate::{Domain, Error, access::Caller, db::sql};
use model::{Permission, PersonState, Viewer};
use std::collections::HashSet;
use uuid::Uuid;

/// Everybody who can, by name. People who are disabled cannot; those who have not signed in yet will, and are listed.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn who(domain: &Domain, caller: &Caller) -> Result<Vec<Viewer>, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let now = domain.clock.seconds();
    let factors: Vec<Uuid> = sql(include_str!("factors.sql")).bind(scope.account().0).scalars(&domain.db).await?;
    let factors: HashSet<Uuid> = factors.into_iter().collect();
    let Some(role) = Permission::ViewLicenses.role() else { return Ok(Vec::new()) };
    let mut viewers = Vec::new();
    let people = members(domain, &scope).await?;
    for person in people.into_iter().filter(|p| p.roles.contains(&role) && p.state != PersonState::Disabled) {
        let held = grants::held(grants::read(domain, scope.account(), person.id).await?, now);
        let second_factor = factors.contains(&person.id.0);
        let grant = held.into_iter().find(|grant| grant.role == role.key());
        viewers.extend(grant.map(|grant| Viewer { person, grant, second_factor }));
    }
    viewers.sort_by_cached_key(|viewer| (viewer.person.name.to_lowercase(), viewer.person.id));
    Ok(viewers)
}
