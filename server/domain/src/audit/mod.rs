//! The record of who did what. Rows are only ever added.

use crate::{
    Domain,
    db::{DbError, Tx, sql},
};
pub use model::Action;
use model::{AccountId, PersonId};
use serde_json::Value;

/// Adds a row in the transaction of what it records, so that neither is there without the other.
///
/// # Errors
/// [`DbError::Sql`] when the database fails.
pub(crate) async fn record(
    tx: &mut Tx,
    at: i64,
    account: AccountId,
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    details: &Value,
) -> Result<(), DbError> {
    sql(include_str!("record.sql"))
        .bind(account.0)
        .bind(at)
        .bind(actor.map(|actor| actor.0))
        .bind(action.key())
        .bind(subject)
        .bind(details.to_string())
        .execute(&mut *tx)
        .await?;
    Ok(())
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
