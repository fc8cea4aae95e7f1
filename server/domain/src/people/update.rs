//! Update: the whole set of a person's roles, checked and written in one transaction.

use crate::{
    Domain, Error, access,
    access::{Caller, Denied, Scope},
    audit,
    audit::Action,
    db::{Tx, sql},
    notices,
};
use model::{Permission, PersonId, Role};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What Update sends.
#[derive(Clone, Debug)]
pub struct RoleUpdate {
    /// Whose roles.
    pub person: PersonId,
    /// The version that the page showed.
    pub version: i64,
    /// All roles that the person shall hold, of those that this program knows. Others are kept.
    pub roles: BTreeSet<Role>,
    /// Why, in the granter's words.
    pub reason: String,
}

/// Gives and takes roles; answers with those given and those taken. Acts at the person's next request.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago; [`Error::NotFound`] when the account
/// has no such person; [`Error::Stale`] when the roles changed since the page was read; [`Error::LastAdmin`] when nobody
/// would be left to act. In all of these nothing has changed.
pub async fn update_roles(
    domain: &Domain,
    caller: &Caller,
    update: &RoleUpdate,
) -> Result<(Vec<Role>, Vec<Role>), Error> {
    let scope = caller.may_now(Permission::AssignRoles)?;
    let now = domain.clock.seconds();
    let mut tx = domain.db.write_people(scope.account()).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let held = held(&mut tx, &scope, update, now).await?;
    let admins_before = access::acting(&mut tx, scope.account()).await?;

    let given: Vec<Role> = update.roles.difference(&held).copied().collect();
    let taken: Vec<Role> = held.difference(&update.roles).copied().collect();
    if given.is_empty() && taken.is_empty() {
        return Ok((given, taken));
    }
    for role in &given {
        grant(&mut tx, &scope, update, *role, now).await?;
    }
    for role in &taken {
        revoke(&mut tx, &scope, update, *role, now).await?;
    }
    if admins_before > 0 && access::acting(&mut tx, scope.account()).await? == 0 {
        return Err(Error::LastAdmin);
    }
    sql(include_str!("bump.sql")).bind(scope.account().0).bind(update.person.0).execute(&mut tx).await?;
    let details = json!({ "given": given, "taken": taken, "reason": update.reason });
    let subject = update.person.to_string();
    notices::roles_changed(&mut tx, &scope, update.person, (&given, &taken), now).await?;
    audit::record(&mut tx, now, scope.account(), scope.actor(), Action::RolesUpdated, &subject, &details).await?;
    tx.commit().await?;
    Ok((given, taken))
}

/// The actor's own right, read again under the lock: it may have been taken since the request began.
async fn still_allowed(tx: &mut Tx, scope: &Scope, now: i64) -> Result<(), Error> {
    let Some(actor) = scope.actor() else { return Ok(()) };
    let keys: Vec<String> =
        sql(include_str!("roles.sql")).bind(scope.account().0).bind(actor.0).bind(now).scalars(&mut *tx).await?;
    let roles: Vec<Role> = keys.iter().filter_map(|key| Role::from_key(key)).collect();
    match scope.permission().role() {
        Some(role) if !scope.permission().opened_by(&roles) => Err(Denied::Role(role).into()),
        _ => Ok(()),
    }
}

/// The known roles held now, once the page's version proves current.
async fn held(tx: &mut Tx, scope: &Scope, update: &RoleUpdate, now: i64) -> Result<BTreeSet<Role>, Error> {
    let (account, person) = (scope.account().0, update.person.0);
    let version: Option<i64> =
        sql(include_str!("version.sql")).bind(account).bind(person).scalar_optional(&mut *tx).await?;
    if version.ok_or(Error::NotFound)? != update.version {
        let by: Option<Option<String>> = sql(include_str!("changed_by.sql"))
            .bind(account)
            .bind(update.person.to_string())
            .scalar_optional(&mut *tx)
            .await?;
        return Err(Error::Stale { by: by.flatten() });
    }
    let keys: Vec<String> =
        sql(include_str!("roles.sql")).bind(account).bind(person).bind(now).scalars(&mut *tx).await?;
    Ok(keys.iter().filter_map(|key| Role::from_key(key)).collect())
}

async fn grant(tx: &mut Tx, scope: &Scope, update: &RoleUpdate, role: Role, now: i64) -> Result<(), Error> {
    sql(include_str!("grant.sql"))
        .bind(scope.account().0)
        .bind(Uuid::now_v7())
        .bind(update.person.0)
        .bind(role.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(update.reason.trim())
        .execute(&mut *tx)
        .await?;
    Ok(())
}

async fn revoke(tx: &mut Tx, scope: &Scope, update: &RoleUpdate, role: Role, now: i64) -> Result<(), Error> {
    sql(include_str!("revoke.sql"))
        .bind(scope.account().0)
        .bind(update.person.0)
        .bind(role.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(update.reason.trim())
        .execute(&mut *tx)
        .await?;
    Ok(())
}
