//! Taking the weekly letter, or not.

use crate::{Domain, Error, access::Caller, db::sql};
use model::{AccountId, Permission, PersonId};

/// Whether the caller takes the weekly letter of the account: yes, until they say no. Nothing for the host.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn wants(domain: &Domain, caller: &Caller) -> Result<Option<bool>, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let Some(person) = scope.actor() else { return Ok(None) };
    wanted(domain, scope.account(), person).await.map(Some)
}

/// Whether a person does.
pub(super) async fn wanted(domain: &Domain, account: AccountId, person: PersonId) -> Result<bool, Error> {
    let said: Option<i64> =
        sql(include_str!("wants.sql")).bind(account.0).bind(person.0).scalar_optional(&domain.db).await?;
    Ok(said != Some(0))
}

/// Takes it from now on, or not any more.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] for the host, who gets no letters; [`Error::Db`] when the database fails.
pub async fn want(domain: &Domain, caller: &Caller, wanted: bool) -> Result<(), Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("want.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(i64::from(wanted))
        .execute(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}
