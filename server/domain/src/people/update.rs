//! Update: the whole set of a person's roles, checked and written in one transaction.

use super::{
    change::{Act, Change, Via, change},
    expire,
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    db::{Tx, sql},
};
use jiff::Timestamp;
use model::{Permission, PersonId, Role};
use std::collections::{BTreeMap, BTreeSet};

/// What Update sends.
#[derive(Clone, Debug)]
pub struct RoleUpdate {
    /// Whose roles.
    pub person: PersonId,
    /// The version that the page showed.
    pub version: i64,
    /// All roles that the person shall hold, of those that this program knows. Others are kept.
    pub roles: BTreeSet<Role>,
    /// From when a role counts for nothing any more; nothing: it stays. A role that is not named here keeps its end when held,
    /// and has none when given.
    pub until: BTreeMap<Role, Option<Timestamp>>,
    /// Why, in the granter's words.
    pub reason: String,
}

/// Gives and takes roles; answers with those given and those taken. Acts at the person's next request.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago; [`Error::NotFound`] when the account
/// has no such person; [`Error::Stale`] when the roles changed since the page was read; [`Error::Invalid`] for a role that
/// guests may not hold, an end date that has passed, or one's own; [`Error::LastAdmin`] when nobody would be left to act. In
/// all of these nothing has changed.
pub async fn update_roles(
    domain: &Domain,
    caller: &Caller,
    update: &RoleUpdate,
) -> Result<(Vec<Role>, Vec<Role>), Error> {
    let scope = caller.may_now(Permission::AssignRoles)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    current(&mut tx, domain, &scope, update.person, update.version).await?;
    let held: Vec<String> = sql(include_str!("roles.sql"))
        .bind(scope.account().0)
        .bind(update.person.0)
        .bind(domain.clock.seconds())
        .scalars(&mut tx)
        .await?;
    let held: BTreeSet<Role> = held.iter().filter_map(|key| Role::from_key(key)).collect();
    let until = |role: &Role| update.until.get(role).copied().flatten().map(Timestamp::as_second);
    let given = update.roles.iter().filter(|role| !held.contains(role) || update.until.contains_key(role));
    let act = Act::Roles {
        give: given.map(|role| (*role, until(role))).collect(),
        take: held.difference(&update.roles).copied().collect(),
    };
    let wanted = Change { person: update.person, act, reason: update.reason.clone(), via: Via::Page };
    let changed = change(&mut tx, domain, &scope, &wanted).await?;
    tx.commit().await?;
    Ok((changed.given, changed.taken))
}

/// Whether a page still shows what is so, once the lock is held.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such person; [`Error::Stale`] with who was quicker.
pub(super) async fn current(
    tx: &mut Tx,
    domain: &Domain,
    scope: &Scope,
    person: PersonId,
    seen: i64,
) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let expired = expire::sweep(tx, scope.account(), now).await?;
    let version: Option<i64> = sql(include_str!("version.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(now)
        .scalar_optional(&mut *tx)
        .await?;
    if version.ok_or(Error::NotFound)? == seen {
        return Ok(());
    }
    // The calendar was quicker, not whoever came last before it.
    if expired.contains(&person) {
        return Err(Error::Stale { by: None });
    }
    let by: Option<Option<String>> = sql(include_str!("changed_by.sql"))
        .bind(scope.account().0)
        .bind(person.to_string())
        .scalar_optional(tx)
        .await?;
    Err(Error::Stale { by: by.flatten() })
}
