//! Ending sessions from elsewhere.

use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{Tx, sql},
};
use model::{AccountId, PersonId, SessionId};
use serde_json::json;

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
