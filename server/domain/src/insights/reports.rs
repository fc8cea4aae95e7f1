//! Reports: what is made of a query, once or again and again.

mod keep;

pub use keep::{Change, NewReport, When, change, keep_report};

use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    db::{DbError, sql},
    files::{self, own},
};
use jiff::Timestamp;
use model::{FileId, FileOrder};
use uuid::Uuid;

/// Whether files still come of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// They do.
    Active,
    /// They would, if it were not paused.
    Paused,
    /// All have come.
    Over,
}

impl State {
    /// The stable key: what is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Over => "over",
        }
    }
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Of which query it was made.
    pub query_id: Uuid,
    /// What its files are made of, with the query's text as it was then.
    pub order: FileOrder,
    /// Whose it is.
    pub user: String,
    /// Whether files still come.
    pub state: State,
    /// When they begin to come; nothing for one file at once.
    pub start_at: Option<Timestamp>,
    /// Hours between them; nothing for one file at once.
    pub hours: Option<i64>,
    /// How many come in all; nothing without an end.
    pub most: Option<i64>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub changed_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    description: String,
    query_id: Uuid,
    wanted: String,
    email: String,
    state: String,
    start_at: Option<i64>,
    every_hours: Option<i64>,
    most: Option<i64>,
    created_at: i64,
    changed_at: i64,
}

impl Row {
    fn report(self) -> Result<Report, Error> {
        let states = [State::Active, State::Paused, State::Over];
        let state = states.into_iter().find(|state| state.key() == self.state);
        Ok(Report {
            id: self.id,
            name: self.name,
            description: self.description,
            query_id: self.query_id,
            order: serde_json::from_str(&self.wanted)?,
            user: self.email,
            state: state.ok_or_else(|| DbError::Damaged("state of a report".into()))?,
            start_at: self.start_at.map(moment),
            hours: self.every_hours,
            most: self.most,
            created_at: moment(self.created_at),
            changed_at: moment(self.changed_at),
        })
    }
}

/// The caller's reports, the newest first.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away; [`Error::Db`] when the database fails.
pub async fn reports(domain: &Domain, caller: &Caller) -> Result<Vec<Report>, Error> {
    let (scope, person) = own(caller)?;
    let list = sql(include_str!("reports/list.sql"));
    let rows: Vec<Row> = list.bind(scope.account().0).bind(person.0).fetch_all(&domain.db).await?;
    rows.into_iter().map(Row::report).collect()
}

/// One of them.
pub(super) async fn report(domain: &Domain, caller: &Caller, id: Uuid) -> Result<Report, Error> {
    reports(domain, caller).await?.into_iter().find(|report| report.id == id).ok_or(Error::NotFound)
}

/// Forgets a report of the caller's, with its files.
///
/// # Errors
/// [`Error::NotFound`] when the caller keeps no such report; else as [`reports`].
pub async fn remove_report(domain: &Domain, caller: &Caller, id: Uuid) -> Result<Report, Error> {
    let report = report(domain, caller, id).await?;
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    let remove = sql("delete from insights_report where account_id = $1 and person_id = $2 and id = $3");
    remove.bind(scope.account().0).bind(person.0).bind(id).execute(&mut tx).await?;
    tx.commit().await?;
    let of = sql("select id from file where account_id = $1 and report_id = $2");
    let files: Vec<Uuid> = of.bind(scope.account().0).bind(id).scalars(&domain.db).await?;
    for file in files {
        match files::remove(domain, caller, FileId(file)).await {
            Err(Error::NotFound) | Ok(()) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(report)
}

/// Keeps files from coming until [`resume`].
///
/// # Errors
/// As [`remove_report`].
pub async fn pause(domain: &Domain, caller: &Caller, id: Uuid) -> Result<Report, Error> {
    stand(domain, caller, id, State::Paused).await
}

/// Lets files come again, at the times they would have come at.
///
/// # Errors
/// As [`remove_report`].
pub async fn resume(domain: &Domain, caller: &Caller, id: Uuid) -> Result<Report, Error> {
    stand(domain, caller, id, State::Active).await
}

async fn stand(domain: &Domain, caller: &Caller, id: Uuid, state: State) -> Result<Report, Error> {
    let found = report(domain, caller, id).await?;
    let (Some(start), Some(hours)) = (found.start_at, found.hours) else { return Ok(found) };
    if found.state == State::Over || found.state == state {
        return Ok(found);
    }
    let now = domain.clock.seconds();
    let next = (state == State::Active).then(|| super::due::next(start.as_second(), hours, now));
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("reports/stand.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(id)
        .bind(state.key())
        .bind(next)
        .bind(now)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    report(domain, caller, id).await
}
