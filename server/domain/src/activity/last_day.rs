//! The last 24 hours of the log in numbers.

use super::{SECOND, first_id};
use crate::{Domain, Error, access::Scope, db::sql};

const DAY: i64 = 24 * 60 * 60;

/// What succeeded in the 24 hours before the newest record, that one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LastDay {
    /// Records.
    pub(crate) records: i64,
    /// The different customers that they are of.
    pub(crate) customers: i64,
}

/// Counts the records of an operation and of a group of them; nothing when the log is empty.
pub(crate) async fn last_day(
    domain: &Domain,
    scope: &Scope,
    operation: &str,
    group: &str,
) -> Result<Option<LastDay>, Error> {
    let account = scope.account().0;
    let newest: (Option<i64>, Option<i64>, i64) =
        sql(include_str!("span.sql")).bind(account).fetch_one(&domain.db).await?;
    let Some(newest) = newest.1 else { return Ok(None) };
    let from = first_id((newest >> SECOND) - DAY + 1);
    let (records, customers) = sql(include_str!("last_day.sql"))
        .bind(account)
        .bind(from)
        .bind(operation)
        .bind(group)
        .fetch_one(&domain.db)
        .await?;
    Ok(Some(LastDay { records, customers }))
}
