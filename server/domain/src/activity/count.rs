//! The activity of some days in numbers.

use super::first_id;
use crate::{Domain, Error, access::Caller, db::sql};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use model::{Month, Permission};
use serde::Serialize;
use std::collections::BTreeMap;

/// Days on end; open where nothing is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days {
    /// The first.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Records.
    pub records: i64,
    /// Those that failed.
    pub failed: i64,
    /// Records by operation, as the vendor's API calls it.
    pub by_operation: BTreeMap<String, i64>,
    /// Those that are of no customer.
    pub without_customer: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    operation: String,
    records: i64,
    failed: i64,
    without_customer: i64,
}

impl Days {
    /// The ids of the records of these days: from the first, up to before the second.
    pub(super) fn ids(self) -> (i64, i64) {
        let start = |day: Date| day.to_zoned(TimeZone::UTC).map(|zoned| first_id(zoned.timestamp().as_second())).ok();
        let from = self.from.and_then(start).unwrap_or(i64::MIN);
        let until = self.to.and_then(|day| start(day.checked_add(1.day()).ok()?)).unwrap_or(i64::MAX);
        (from, until)
    }

    /// The first day of the month that ends with a day.
    pub(super) fn month_before(last: Date) -> Option<Date> {
        last.checked_sub(1.month()).ok()?.checked_add(1.day()).ok()
    }

    /// The first day of what a person writes: a day, or a month.
    #[must_use]
    pub fn first(text: &str) -> Option<Date> {
        text.parse().ok().or_else(|| text.parse::<Month>().ok()?.first_day().parse().ok())
    }

    /// The last day of it.
    #[must_use]
    pub fn last(text: &str) -> Option<Date> {
        let month = || text.parse::<Month>().ok()?.first_day().parse::<Date>().ok().map(Date::last_of_month);
        text.parse().ok().or_else(month)
    }
}

/// Counts the records of some days.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn count(domain: &Domain, caller: &Caller, days: Days) -> Result<Counts, Error> {
    let scope = caller.may(Permission::ViewActivity)?;
    let (from, until) = days.ids();
    let rows: Vec<Row> =
        sql(include_str!("count.sql")).bind(scope.account().0).bind(from).bind(until).fetch_all(&domain.db).await?;
    let mut counts = Counts::default();
    for row in rows {
        counts.records += row.records;
        counts.failed += row.failed;
        counts.without_customer += row.without_customer;
        counts.by_operation.insert(row.operation, row.records);
    }
    Ok(counts)
}
