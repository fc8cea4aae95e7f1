//! Disabling, enabling and removing people.

use super::{Change, Changed, bump};
use crate::{
    Domain, Error,
    access::Scope,
    audit,
    audit::Action,
    db::{Tx, sql},
    notices, requests, session,
};
use model::Role;
use serde_json::json;

/// Ends the person's sessions and links here.
pub(super) async fn disable(tx: &mut Tx, domain: &Domain, scope: &Scope, change: &Change) -> Result<Changed, Error> {
    let now = domain.clock.seconds();
    sql(include_str!("disable.sql")).bind(scope.account().0).bind(change.person.0).bind(now).execute(&mut *tx).await?;
    shut_out(tx, domain, scope, change).await?;
    record(tx, scope, change, Action::PersonDisabled, &[], now).await?;
    Ok(Changed::default())
}

pub(super) async fn enable(tx: &mut Tx, domain: &Domain, scope: &Scope, change: &Change) -> Result<Changed, Error> {
    sql(include_str!("enable.sql")).bind(scope.account().0).bind(change.person.0).execute(&mut *tx).await?;
    record(tx, scope, change, Action::PersonEnabled, &[], domain.clock.seconds()).await?;
    Ok(Changed::default())
}

/// Ends everything the person has here.
pub(super) async fn remove(tx: &mut Tx, domain: &Domain, scope: &Scope, change: &Change) -> Result<Changed, Error> {
    let (account, person, now) = (scope.account().0, change.person.0, domain.clock.seconds());
    let keys: Vec<String> = sql(include_str!("remove_grants.sql"))
        .bind(account)
        .bind(person)
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(change.reason.trim())
        .scalars(&mut *tx)
        .await?;
    for text in [include_str!("remove.sql"), include_str!("remove_tokens.sql")] {
        sql(text).bind(account).bind(person).bind(now).execute(&mut *tx).await?;
    }
    for text in [
        include_str!("remove_views.sql"),
        include_str!("remove_plans.sql"),
        include_str!("remove_reports.sql"),
        include_str!("remove_queries.sql"),
        // Those on the disk go with the next sweep.
        include_str!("remove_files.sql"),
    ] {
        sql(text).bind(account).bind(person).execute(&mut *tx).await?;
    }
    shut_out(tx, domain, scope, change).await?;
    let taken: Vec<Role> = keys.iter().filter_map(|key| Role::from_key(key)).collect();
    record(tx, scope, change, Action::PersonRemoved, &taken, now).await?;
    // While the name is still known.
    notices::roles_changed(tx, scope, change, (&[], &taken), now).await?;
    forget(tx, change).await?;
    Ok(Changed { given: Vec::new(), taken })
}

async fn shut_out(tx: &mut Tx, domain: &Domain, scope: &Scope, change: &Change) -> Result<(), Error> {
    let (account, now) = (scope.account(), domain.clock.seconds());
    session::end_all(tx, domain, (account, scope.actor(), change.person), Some(account), None).await?;
    requests::lapse(tx, account, change.person, now).await?;
    sql(include_str!("use_up_links.sql")).bind(account.0).bind(change.person.0).bind(now).execute(tx).await?;
    Ok(())
}

async fn record(
    tx: &mut Tx,
    scope: &Scope,
    change: &Change,
    action: Action,
    taken: &[Role],
    now: i64,
) -> Result<(), Error> {
    bump(tx, scope, change.person).await?;
    let details = json!({ "taken": taken, "reason": change.reason.trim(), "via": change.via.key() });
    let subject = change.person.to_string();
    Ok(audit::record(tx, now, scope.account(), scope.actor(), action, &subject, &details).await?)
}

/// Erases name, address and credentials of a person who is in no account any more. The row is locked first, so that an account
/// that adds the person at this moment is seen.
async fn forget(tx: &mut Tx, change: &Change) -> Result<(), Error> {
    let person = change.person.0;
    sql(include_str!("lock_person.sql")).bind(person).execute(&mut *tx).await?;
    let forgotten =
        sql(include_str!("forget.sql")).bind(person).bind(change.person.to_string()).execute(&mut *tx).await?;
    if forgotten > 0 {
        for text in [
            "delete from password where person_id = $1",
            "delete from totp where person_id = $1",
            "delete from passkey where person_id = $1",
            "delete from recovery_code where person_id = $1",
            "delete from identity where person_id = $1",
            "delete from ceremony where person_id = $1",
            "delete from notice where person_id = $1",
            "update session set ip = '', agent = '' where person_id = $1",
        ] {
            sql(text).bind(person).execute(&mut *tx).await?;
        }
    }
    Ok(())
}
