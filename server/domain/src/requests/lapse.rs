//! Requests of people who leave.

use crate::{
    Error,
    db::{Tx, sql},
};
use model::{AccountId, PersonId};

/// Closes the open requests of a person who was disabled or removed: they do not come back with the person.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn lapse(tx: &mut Tx, account: AccountId, person: PersonId, at: i64) -> Result<(), Error> {
    sql(include_str!("lapse.sql")).bind(account.0).bind(person.0).bind(at).execute(tx).await?;
    Ok(())
}
