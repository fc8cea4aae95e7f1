//! How far the log reaches.

use super::SECOND;
use crate::{Domain, Error, access::Scope, clock::moment, db::sql};
use jiff::{civil::Date, tz::TimeZone};

/// What is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The day of the first record.
    pub(crate) oldest: Date,
    /// The day of the last.
    pub(crate) newest: Date,
    /// How many there are.
    pub(crate) records: i64,
}

/// The span of an account's log; nothing when it is empty.
pub(crate) async fn span(domain: &Domain, scope: &Scope) -> Result<Option<Span>, Error> {
    let found: (Option<i64>, Option<i64>, i64) =
        sql(include_str!("span.sql")).bind(scope.account().0).fetch_one(&domain.db).await?;
    let day = |id: i64| TimeZone::UTC.to_datetime(moment(id >> SECOND)).date();
    Ok(match found {
        (Some(oldest), Some(newest), records) => Some(Span { oldest: day(oldest), newest: day(newest), records }),
        _ => None,
    })
}
