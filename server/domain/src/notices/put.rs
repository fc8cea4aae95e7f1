//! Telling people, in the transaction of what happened.

use crate::{
    Error,
    db::{Tx, sql},
};
use model::{AccountId, News, PersonId};
use uuid::Uuid;

/// Tells a person.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn put(tx: &mut Tx, account: AccountId, to: PersonId, news: &News, at: i64) -> Result<(), Error> {
    sql(include_str!("put.sql"))
        .bind(account.0)
        .bind(Uuid::now_v7())
        .bind(to.0)
        .bind(news.key())
        .bind(serde_json::to_string(news)?)
        .bind(at)
        .execute(tx)
        .await?;
    Ok(())
}

/// Tells everybody who may act as MPN partner admin now, save those who know it already.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn tell_admins(
    tx: &mut Tx,
    account: AccountId,
    except: &[Option<PersonId>],
    news: &News,
    at: i64,
) -> Result<(), Error> {
    let admins: Vec<Uuid> = sql(include_str!("admins.sql")).bind(account.0).bind(at).scalars(&mut *tx).await?;
    for admin in admins.into_iter().map(PersonId).filter(|admin| !except.contains(&Some(*admin))) {
        put(tx, account, admin, news, at).await?;
    }
    Ok(())
}
