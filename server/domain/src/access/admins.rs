//! The acting MPN partner admins of an account: enabled, confirmed, holding the role.

use crate::db::{Db, DbError, Tx, sql};
use model::{AccountId, PersonId};
use uuid::Uuid;

/// How many there are. Read under the write lock, so that it still holds at commit.
pub(crate) async fn acting(tx: &mut Tx, account: AccountId) -> Result<usize, DbError> {
    let ids: Vec<(Uuid, String)> = sql(include_str!("acting.sql")).bind(account.0).fetch_all(&mut *tx).await?;
    Ok(ids.len())
}

/// Who they are.
pub(crate) async fn acting_ids(db: &Db, account: AccountId) -> Result<Vec<PersonId>, DbError> {
    Ok(read(db, account).await?.into_iter().map(|(id, _)| PersonId(id)).collect())
}

/// Their names, for pages that tell whom to ask.
///
/// # Errors
/// [`DbError::Sql`] when the database fails.
pub async fn names(db: &Db, account: AccountId) -> Result<Vec<String>, DbError> {
    Ok(read(db, account).await?.into_iter().map(|(_, name)| name).collect())
}

async fn read(db: &Db, account: AccountId) -> Result<Vec<(Uuid, String)>, DbError> {
    sql(include_str!("acting.sql")).bind(account.0).fetch_all(db).await
}
