//! Ending sessions from elsewhere.

use crate::{
    Domain, Error,
    access::Caller,
    audit,
    audit::Action,
    db::{Tx, sql},
};
use model::{AccountId, Permission, PersonId, SessionId};
use serde_json::json;
use uuid::Uuid;

/// Ends one of the caller's own sessions, in whatever account.
///
/// # Errors
/// [`Error::NotFound`] when the caller has no such session any more; [`Error::Db`] when the database fails.
pub async fn end_own(domain: &Domain, caller: &Caller, session: SessionId) -> Result<(), Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    end_one(domain, scope.account(), scope.actor(), person, None, session).await
}

/// Ends a session of a person in the caller's account.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; else as [`end_own`].
pub async fn end_of(domain: &Domain, caller: &Caller, person: PersonId, session: SessionId) -> Result<(), Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    end_one(domain, scope.account(), scope.actor(), person, Some(scope.account().0), session).await
}

/// Ends all of the caller's own sessions but the one that asks; how many there were.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::Db`] when the database fails.
pub async fn end_others(domain: &Domain, caller: &Caller) -> Result<u64, Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write().await?;
    let who = (scope.account(), scope.actor(), visitor.person);
    let ended = end_all(&mut tx, domain, who, None, Some(visitor.session)).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends a person's sessions, in one account or in all, but for one; inside a transaction that gives the reason: a changed
/// credential, a disabled person. Says so in the audit trail of the account in which `actor` acts.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn end_all(
    tx: &mut Tx,
    domain: &Domain,
    (account, actor, person): (AccountId, Option<PersonId>, PersonId),
    only_in: Option<AccountId>,
    except: Option<SessionId>,
) -> Result<u64, Error> {
    let now = domain.clock.seconds();
    let ended = sql(include_str!("end_others.sql"))
        .bind(person.0)
        .bind(only_in.map(|account| account.0))
        .bind(except.map(|session| session.0))
        .bind(now)
        .execute(&mut *tx)
        .await?;
    if ended > 0 {
        let details = json!({ "sessions": ended });
        audit::record(tx, now, account, actor, Action::SessionsEnded, &person.to_string(), &details).await?;
    }
    Ok(ended)
}

async fn end_one(
    domain: &Domain,
    account: AccountId,
    actor: Option<PersonId>,
    person: PersonId,
    only_in: Option<Uuid>,
    session: SessionId,
) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let ended = sql(include_str!("end_one.sql"))
        .bind(session.0)
        .bind(person.0)
        .bind(only_in)
        .bind(now)
        .execute(&mut tx)
        .await?;
    if ended == 0 {
        return Err(Error::NotFound);
    }
    let details = json!({ "sessions": 1 });
    audit::record(&mut tx, now, account, actor, Action::SessionsEnded, &person.to_string(), &details).await?;
    tx.commit().await?;
    Ok(())
}
