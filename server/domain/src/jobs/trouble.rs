//! Jobs that did not get done.

use super::{Kind, MOST_ATTEMPTS};
use crate::{
    Domain,
    clock::moment,
    db::{DbError, sql},
};
use jiff::Timestamp;
use serde::Serialize;

/// A job that has failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// Its kind's key.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried again; nothing once it was given up.
    pub again: Option<Timestamp>,
    /// What went wrong the last time.
    pub error: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    attempts: i64,
    due_at: i64,
    error: Option<String>,
}

/// Jobs that have failed and were not done since, for whoever runs the server.
///
/// # Errors
/// [`DbError`] when the database fails.
pub async fn trouble(domain: &Domain) -> Result<Vec<Trouble>, DbError> {
    let rows: Vec<Row> =
        sql(include_str!("trouble.sql")).bind(domain.clock.seconds()).bind(MOST_ATTEMPTS).fetch_all(&domain.db).await?;
    let told = |row: Row| {
        let comes_back = Kind::from_key(&row.kind).and_then(Kind::every).is_some();
        let again = (comes_back || row.attempts < MOST_ATTEMPTS).then(|| moment(row.due_at));
        Trouble { kind: row.kind, attempts: row.attempts, again, error: row.error.unwrap_or_default() }
    };
    Ok(rows.into_iter().map(told).collect())
}
