//! How much waits for a person.

use crate::{Domain, Error, access::Caller, db::sql};
use model::{Permission, Waiting};

/// How many notices the caller has not seen, and how many requests they may decide.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn waiting(domain: &Domain, caller: &Caller) -> Result<Waiting, Error> {
    let scope = caller.may(Permission::ReadNotices)?;
    let (notices, requests): (i64, i64) = sql(include_str!("waiting.sql"))
        .bind(scope.account().0)
        .bind(scope.actor().map(|person| person.0))
        .fetch_one(&domain.db)
        .await?;
    let requests = if caller.may(Permission::DecideRequests).is_ok() { requests } else { 0 };
    let number = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Waiting { notices: number(notices), requests: number(requests) })
}
