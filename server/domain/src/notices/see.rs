//! Marking notices as seen.

use crate::{Domain, Error, access::Caller, db::sql};
use jiff::Timestamp;
use model::Permission;

/// Marks as seen what the caller was told up to a moment: what came after the page was read stays new.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn see(domain: &Domain, caller: &Caller, upto: Timestamp) -> Result<(), Error> {
    let scope = caller.may(Permission::ReadNotices)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("see.sql"))
        .bind(scope.account().0)
        .bind(scope.actor().map(|person| person.0))
        .bind(upto.as_second())
        .bind(domain.clock.seconds())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(())
}
