//! Making and changing reports.

use super::{Report, State, report};
use crate::{
    Domain, Error,
    access::Caller,
    db::sql,
    extract::BadQuery,
    files::{Owner, own, put},
    insights::{HOURS, due::belongs, named, order, queries::query},
};
use jiff::{Timestamp, civil::Date};
use model::{Delivery, FileFormat};
use uuid::Uuid;

/// How many a person keeps at most.
const MOST: i64 = 200;
/// So far ahead, in seconds, lies the first file of a report.
const AHEAD: i64 = 4 * 3_600;

/// What a report is made of.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Of which query.
    pub query_id: Uuid,
    /// When its files come.
    pub when: When,
    /// How they are written.
    pub format: FileFormat,
}

/// When files come.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// One, at once, of these days instead of the query's span where they are given.
    Now(Option<Date>, Option<Date>),
    /// From a moment on, every so many hours, so many in all or for ever.
    Every {
        /// The first.
        start: Timestamp,
        /// Hours between two.
        hours: i64,
        /// How many.
        most: Option<i64>,
    },
}

/// What may be changed of a report that comes again and again; what is absent stays.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// The next first file.
    pub start: Timestamp,
    /// Hours between two.
    pub hours: Option<i64>,
    /// How many.
    pub most: Option<i64>,
    /// How they are written.
    pub format: Option<FileFormat>,
}

/// Keeps a report of the caller's; one that is made at once is put down to be made.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away or to see the dataset; [`Error::Query`] when a field makes no sense, the
/// query is not there, or too many are kept; [`Error::Invalid`] when too many files wait; [`Error::Db`] when the database fails.
pub async fn keep_report(domain: &Domain, caller: &Caller, new: &NewReport) -> Result<Report, Error> {
    let (scope, person) = own(caller)?;
    let name = named("ReportName", &new.name)?;
    let saved = match query(domain, caller, new.query_id).await {
        Err(Error::NotFound) => return Err(BadQuery::Syntax("QueryId is none of your queries".into()).into()),
        found => found?,
    };
    let now = domain.clock.seconds();
    let (days, start, hours, most) = match new.when {
        When::Now(from, to) => ((from, to), None, None, None),
        When::Every { start, hours, most } => {
            fits(now, start, Some(hours), most)?;
            ((None, None), Some(start.as_second()), Some(hours), most)
        }
    };
    let order = order(caller, &saved.query, days, new.format)?;
    let id = Uuid::now_v7();
    let account = scope.account();
    let mut tx = domain.db.write_people(account).await?;
    let kept: i64 = sql("select count(*) from insights_report where account_id = $1 and person_id = $2")
        .bind(account.0)
        .bind(person.0)
        .scalar(&mut tx)
        .await?;
    if kept >= MOST {
        return Err(BadQuery::Syntax(format!("{MOST} reports are kept already: delete some first")).into());
    }
    sql(include_str!("put.sql"))
        .bind(account.0)
        .bind(id)
        .bind(person.0)
        .bind(new.query_id)
        .bind(name.clone())
        .bind(new.description.clone())
        .bind(serde_json::to_string(&order)?)
        .bind(if start.is_some() { State::Active } else { State::Over }.key())
        .bind(start)
        .bind(hours)
        .bind(most)
        .bind(now)
        .execute(&mut tx)
        .await?;
    if start.is_none() {
        let file = put(&mut tx, now, Owner { account, person }, &name, &order, Delivery::List).await?;
        belongs(&mut tx, account, file, id).await?;
    }
    tx.commit().await?;
    report(domain, caller, id).await
}

/// Changes a report of the caller's: its files come anew from a moment on.
///
/// # Errors
/// [`Error::NotFound`] when the caller keeps no such report; [`Error::Query`] when a field makes no sense, or it was made at once;
/// [`Error::Db`] when the database fails.
pub async fn change(domain: &Domain, caller: &Caller, id: Uuid, change: &Change) -> Result<Report, Error> {
    let found = report(domain, caller, id).await?;
    let name = named("ReportName", &change.name)?;
    let Some(hours) = change.hours.or(found.hours) else {
        return Err(BadQuery::Syntax("the report was made at once: RecurrenceInterval is missing".into()).into());
    };
    let now = domain.clock.seconds();
    let most = change.most.or(found.most);
    fits(now, change.start, Some(hours), most)?;
    let mut order = found.order;
    order.format = change.format.unwrap_or(order.format);
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("change.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(id)
        .bind(name)
        .bind(change.description.clone().unwrap_or(found.description))
        .bind(serde_json::to_string(&order)?)
        .bind(change.start.as_second())
        .bind(hours)
        .bind(most)
        .bind(now)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    report(domain, caller, id).await
}

fn fits(now: i64, start: Timestamp, hours: Option<i64>, most: Option<i64>) -> Result<(), BadQuery> {
    let wrong = |text: String| Err(BadQuery::Syntax(text));
    if start.as_second() < now + AHEAD {
        return wrong("StartTime must lie at least 4 hours ahead".into());
    }
    if hours.is_some_and(|hours| !HOURS.contains(&hours)) {
        return wrong(format!("RecurrenceInterval must be between {} and {} hours", HOURS.start(), HOURS.end()));
    }
    if most.is_some_and(|most| most < 1) {
        return wrong("RecurrenceCount must be at least 1".into());
    }
    Ok(())
}
