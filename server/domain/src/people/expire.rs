//! Grants whose end date has passed. They count for nothing from that second on, whether or not this has run; it writes down
//! that they are over.

use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{Tx, sql},
};
use model::{AccountId, PersonId};
use serde_json::json;
use uuid::Uuid;

/// Ends the grants that are due in every account; how many there were. For the worker.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn expire_due(domain: &Domain) -> Result<u64, Error> {
    let now = domain.clock.seconds();
    let accounts: Vec<Uuid> = sql(include_str!("due_accounts.sql")).bind(now).scalars(&domain.db).await?;
    let mut ended = 0;
    for account in accounts.into_iter().map(AccountId) {
        let mut tx = domain.db.write_people(account).await?;
        ended += sweep(&mut tx, account, now).await?.len() as u64;
        tx.commit().await?;
    }
    Ok(ended)
}

/// Ends the grants of one account that are due, inside a transaction that holds its lock; whose they were.
pub(super) async fn sweep(tx: &mut Tx, account: AccountId, now: i64) -> Result<Vec<PersonId>, Error> {
    let ended: Vec<(Uuid, String, i64)> =
        sql(include_str!("sweep.sql")).bind(account.0).bind(now).fetch_all(&mut *tx).await?;
    for (person, role, until) in &ended {
        // `version.sql` has counted it already: a page read after its end date stays current.
        sql(include_str!("bump.sql")).bind(account.0).bind(*person).execute(&mut *tx).await?;
        let (subject, details) = (PersonId(*person).to_string(), json!({ "role": role, "until": until }));
        audit::record(tx, now, account, None, Action::RoleExpired, &subject, &details).await?;
    }
    Ok(ended.into_iter().map(|(person, ..)| PersonId(person)).collect())
}
