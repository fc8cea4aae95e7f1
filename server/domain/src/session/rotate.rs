//! A new secret for a session whose person has gained a role: what was planted or read before the gain is worth nothing after.

use crate::{
    Domain, Error,
    db::{Tx, sql},
    secret::Secret,
};
use model::{AccountId, PersonId};

/// Notes that a person's sessions in an account are to go on under new secrets.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn renew_on_next(tx: &mut Tx, account: AccountId, person: PersonId) -> Result<(), Error> {
    sql(include_str!("renew_on_next.sql")).bind(account.0).bind(person.0).execute(tx).await?;
    Ok(())
}

/// Gives the session its new secret; the old one is dead at once. Nothing when another request was quicker.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn rotate(domain: &Domain, token: &str) -> Result<Option<Secret>, Error> {
    let fresh = Secret::new()?;
    let mut tx = domain.db.write().await?;
    let rotated = sql(include_str!("rotate.sql"))
        .bind(Secret::hash(token))
        .bind(Secret::hash(fresh.text()))
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok((rotated > 0).then_some(fresh))
}
