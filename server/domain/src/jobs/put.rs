//! Putting work down for later.

use super::Kind;
use crate::db::{DbError, Tx, sql};
use uuid::Uuid;

/// Puts a job down in the transaction of what it follows from. Two jobs of one `key` are one job: the one that waits stays as
/// it is.
///
/// # Errors
/// [`DbError`] when the database fails.
pub(crate) async fn put(tx: &mut Tx, kind: Kind, key: &str, details: &str, due_at: i64) -> Result<(), DbError> {
    sql(include_str!("put.sql"))
        .bind(Uuid::now_v7())
        .bind(kind.key())
        .bind(key)
        .bind(details)
        .bind(due_at)
        .execute(tx)
        .await?;
    Ok(())
}
