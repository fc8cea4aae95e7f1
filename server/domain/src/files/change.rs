//! Stopping files and removing them.

use super::{own, path};
use crate::{Domain, Error, access::Caller, db::sql};
use model::FileId;
use std::io::ErrorKind;

/// Stops a file of the caller's that waits or is being made. One that is there already stays.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn cancel(domain: &Domain, caller: &Caller, id: FileId) -> Result<(), Error> {
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("cancel.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(id.0)
        .bind(domain.clock.seconds())
        .execute(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Removes a file of the caller's, whatever became of it.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the caller has no such file; [`Error::Db`] when the database
/// fails; [`Error::Io`] when it cannot be removed.
pub async fn remove(domain: &Domain, caller: &Caller, id: FileId) -> Result<(), Error> {
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    let removed =
        sql(include_str!("remove.sql")).bind(scope.account().0).bind(person.0).bind(id.0).execute(&mut tx).await?;
    tx.commit().await?;
    if removed == 0 {
        return Err(Error::NotFound);
    }
    match tokio::fs::remove_file(path(domain, id)).await {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
