//! User details.

use super::grants;
use crate::{Domain, Error, access, access::Caller, db::sql, session};
use model::{Permission, PersonDetail, PersonId, Role};

/// A person of the caller's account, with what Update needs.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such person.
pub async fn detail(domain: &Domain, caller: &Caller, person: PersonId) -> Result<PersonDetail, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let (account, now) = (scope.account(), domain.clock.seconds());
    let everybody = super::list::members(domain, &scope).await?;
    let row = everybody.iter().find(|row| row.id == person).cloned().ok_or(Error::NotFound)?;
    let version: Option<i64> =
        sql(include_str!("version.sql")).bind(account.0).bind(person.0).bind(now).scalar_optional(&domain.db).await?;
    let rows = grants::read(domain, account, person).await?;
    let history = grants::history(&rows, now);
    let grants = grants::held(rows, now);
    let other_roles =
        grants.iter().filter(|grant| Role::from_key(&grant.role).is_none()).map(|grant| grant.role.clone()).collect();
    let acting = access::acting_ids(&domain.db, account).await?;
    Ok(PersonDetail {
        partner_admins: u32::try_from(everybody.iter().filter(|p| p.roles.contains(&Role::PartnerAdmin)).count())
            .unwrap_or(u32::MAX),
        last_admin: acting == [person],
        person: row,
        version: version.ok_or(Error::NotFound)?,
        other_roles,
        grants,
        history,
        sessions: session::of(domain, caller, person).await?,
    })
}
