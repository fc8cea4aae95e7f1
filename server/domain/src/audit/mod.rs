//! The record of who did what: a chain in which each row is bound to the one before. Rows are only ever added.

mod anchor;
mod chain;
mod export;
mod list;
mod old;
mod seal;
mod search;
mod state;
#[cfg(test)]
mod tests;
mod verify;

pub(crate) use anchor::anchor;
pub(crate) use anchor::hex;
pub(crate) use chain::{Entry, append, begin};
pub use export::{Export, export};
pub use list::{PAGE, Page, Told, list};
pub(crate) use old::chain_old;
pub use seal::seal;
pub use state::{State, state};
pub(crate) use verify::verify_all;
pub use verify::{verify, verify_on_host};

use crate::{
    Domain,
    db::{DbError, Tx},
};
pub use model::Action;
use model::{AccountId, PersonId};
use serde_json::Value;
use std::future::{Ready, ready};

/// Adds a row in the transaction of what it records, so that neither is there without the other. The row is written when the
/// transaction commits: the trail's newest row is the last thing that any transaction locks, so that no two wait for each
/// other.
///
/// # Errors
/// None here; [`Tx::commit`] fails when the row cannot be written.
pub(crate) fn record(
    tx: &mut Tx,
    at: i64,
    account: AccountId,
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    details: &Value,
) -> Ready<Result<(), DbError>> {
    tx.record(Entry {
        account: account.0,
        at,
        actor: actor.map(|actor| actor.0),
        action: action.key(),
        subject: subject.to_owned(),
        details: details.to_string(),
    });
    ready(Ok(()))
}

/// Records that analytics were read on the host's command line.
///
/// # Errors
/// [`DbError::Sql`] when the database fails.
pub async fn read_on_host(domain: &Domain, account: AccountId, what: &str) -> Result<(), DbError> {
    let mut tx = domain.db.write().await?;
    let at = domain.clock.seconds();
    record(&mut tx, at, account, None, Action::ReadOnHost, what, &Value::Object(serde_json::Map::new())).await?;
    tx.commit().await?;
    Ok(())
}
