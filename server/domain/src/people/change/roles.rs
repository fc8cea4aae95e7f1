//! Giving and taking roles.

use super::{Change, Changed, bump};
use crate::{
    Domain, Error,
    access::Scope,
    audit,
    audit::Action,
    db::{Tx, sql},
    notices, session,
};
use model::{Invalid, Role};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Gives and takes what is not so already.
pub(super) async fn change(
    tx: &mut Tx,
    domain: &Domain,
    scope: &Scope,
    change: &Change,
    (give, take): (&BTreeMap<Role, Option<i64>>, &[Role]),
) -> Result<Changed, Error> {
    let (account, person, now) = (scope.account(), change.person, domain.clock.seconds());
    let held: Vec<(String, Option<i64>)> =
        sql(include_str!("held.sql")).bind(account.0).bind(person.0).fetch_all(&mut *tx).await?;
    let held: BTreeMap<Role, Option<i64>> =
        held.into_iter().filter_map(|(key, until)| Some((Role::from_key(&key)?, until))).collect();
    let give: BTreeMap<Role, Option<i64>> = give
        .iter()
        .filter(|(role, until)| held.get(role) != Some(until))
        .map(|(role, until)| (*role, *until))
        .collect();
    let taken: Vec<Role> = take.iter().copied().filter(|role| held.contains_key(role)).collect();
    if give.values().flatten().any(|until| *until <= now) {
        return Err(Error::Invalid(Invalid::EndDate));
    }
    let given: Vec<Role> = give.keys().copied().collect();
    let redated: Vec<Role> = given.iter().copied().filter(|role| held.contains_key(role)).collect();
    if !redated.is_empty() && scope.actor() == Some(person) {
        return Err(Error::Invalid(Invalid::OwnEndDate));
    }
    if given.is_empty() && taken.is_empty() {
        return Ok(Changed::default());
    }
    for role in taken.iter().chain(&redated) {
        revoke(tx, scope, change, *role, now).await?;
    }
    for (role, until) in &give {
        grant(tx, scope, change, (*role, *until), now).await?;
    }
    if !given.is_empty() {
        session::renew_on_next(tx, account, person).await?;
    }
    bump(tx, scope, person).await?;
    let until: BTreeMap<&str, i64> = give.iter().filter_map(|(role, until)| Some((role.key(), (*until)?))).collect();
    let details = json!({
        "given": given, "taken": taken, "until": until, "reason": change.reason.trim(), "via": change.via.key(),
    });
    audit::record(tx, now, account, scope.actor(), Action::RolesUpdated, &person.to_string(), &details).await?;
    notices::roles_changed(tx, scope, change, (&given, &taken), now).await?;
    Ok(Changed { given, taken })
}

async fn grant(
    tx: &mut Tx,
    scope: &Scope,
    change: &Change,
    (role, until): (Role, Option<i64>),
    now: i64,
) -> Result<(), Error> {
    sql(include_str!("grant.sql"))
        .bind(scope.account().0)
        .bind(Uuid::now_v7())
        .bind(change.person.0)
        .bind(role.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(change.reason.trim())
        .bind(until)
        .bind(change.via.key())
        .execute(tx)
        .await?;
    Ok(())
}

async fn revoke(tx: &mut Tx, scope: &Scope, change: &Change, role: Role, now: i64) -> Result<(), Error> {
    sql(include_str!("revoke.sql"))
        .bind(scope.account().0)
        .bind(change.person.0)
        .bind(role.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(change.reason.trim())
        .execute(tx)
        .await?;
    Ok(())
}
