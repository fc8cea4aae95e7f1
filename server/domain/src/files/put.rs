//! Putting files down to be made.

use crate::{
    Error,
    db::{Tx, sql},
};
use model::{AccountId, Delivery, FileId, FileOrder, Invalid, PersonId};
use uuid::Uuid;

/// How many files of a person wait at most.
const MOST: i64 = 20;

/// Whose file it becomes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owner {
    pub(crate) account: AccountId,
    pub(crate) person: PersonId,
}

/// Puts a file down.
///
/// # Errors
/// [`Error::Invalid`] when too many wait; [`Error::Db`] when the database fails.
pub(crate) async fn put(
    tx: &mut Tx,
    now: i64,
    Owner { account, person }: Owner,
    name: &str,
    order: &FileOrder,
    delivery: Delivery,
) -> Result<FileId, Error> {
    let open: i64 = sql(include_str!("open_files.sql")).bind(account.0).bind(person.0).scalar(&mut *tx).await?;
    if open >= MOST {
        return Err(Error::Invalid(Invalid::TooManyFiles));
    }
    let id = FileId(Uuid::now_v7());
    sql(include_str!("put.sql"))
        .bind(account.0)
        .bind(id.0)
        .bind(person.0)
        .bind(name)
        .bind(serde_json::to_string(order)?)
        .bind(delivery.key())
        .bind(now)
        .execute(tx)
        .await?;
    Ok(id)
}

/// A name as it is kept: one line that is not too long; what it is made of, where there is none.
pub(super) fn named(name: &str, order: &FileOrder) -> String {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(80).collect();
    if name.is_empty() { order.dataset.key().to_owned() } else { name }
}
