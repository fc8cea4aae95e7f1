//! User details.

use crate::{Domain, Error, access, access::Caller, clock::moment, db::sql};
use model::{Permission, PersonDetail, PersonFilter, PersonId, Role, RoleChange};

#[derive(sqlx::FromRow)]
struct Grant {
    role: String,
    granted_at: i64,
    granted_by: Option<String>,
    reason: String,
    revoked_at: Option<i64>,
    revoked_by: Option<String>,
    revoke_reason: String,
}

/// A person of the caller's account, with what Update needs.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such person.
pub async fn detail(domain: &Domain, caller: &Caller, person: PersonId) -> Result<PersonDetail, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let everybody = super::list(domain, caller, &PersonFilter::default()).await?;
    let row = everybody.iter().find(|row| row.id == person).cloned().ok_or(Error::NotFound)?;
    let version: i64 = sql(include_str!("version.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(domain.clock.seconds())
        .scalar(&domain.db)
        .await?;
    let grants: Vec<Grant> =
        sql(include_str!("history.sql")).bind(scope.account().0).bind(person.0).fetch_all(&domain.db).await?;
    let other_roles = grants
        .iter()
        .filter(|grant| grant.revoked_at.is_none() && Role::from_key(&grant.role).is_none())
        .map(|grant| grant.role.clone())
        .collect();
    let acting = access::acting_ids(&domain.db, scope.account()).await?;
    Ok(PersonDetail {
        partner_admins: u32::try_from(everybody.iter().filter(|p| p.roles.contains(&Role::PartnerAdmin)).count())
            .unwrap_or(u32::MAX),
        last_admin: acting == [person],
        person: row,
        version,
        other_roles,
        history: history(grants),
    })
}

fn history(grants: Vec<Grant>) -> Vec<RoleChange> {
    let mut changes = Vec::with_capacity(grants.len() * 2);
    for grant in grants {
        if let Some(at) = grant.revoked_at {
            changes.push(RoleChange {
                at: moment(at),
                role: grant.role.clone(),
                given: false,
                by: grant.revoked_by,
                reason: grant.revoke_reason,
            });
        }
        changes.push(RoleChange {
            at: moment(grant.granted_at),
            role: grant.role,
            given: true,
            by: grant.granted_by,
            reason: grant.reason,
        });
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    changes
}
