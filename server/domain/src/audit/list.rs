//! Reading the trail: newest first, narrowed, with names.

use super::search::Search;
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    clock::moment,
    db::sql,
};
use jiff::Timestamp;
use model::{AuditFilter, Permission, PersonId};
use serde_json::Value;
use uuid::Uuid;

/// Rows of a page.
pub const PAGE: usize = 50;

/// A row with names.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its number in the account.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it; nothing when the host's command line, or the program by itself, did.
    pub actor: Option<PersonId>,
    /// Their name.
    pub actor_name: Option<String>,
    /// The key of the action.
    pub action: String,
    /// What it was done to, as stored: mostly a person's id.
    pub subject: String,
    /// The person's name, where the subject is one.
    pub subject_name: Option<String>,
    /// More about it.
    pub details: Value,
}

/// What the page shows beside its choices.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its rows, newest first.
    pub rows: Vec<Told>,
    /// Where the next page begins, if there is one.
    pub older: Option<i64>,
    /// Everybody who is or was in the account, by name.
    pub people: Vec<(PersonId, String)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    seq: i64,
    at: i64,
    actor_id: Option<Uuid>,
    action: String,
    subject: String,
    details: String,
}

/// A page of the trail.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller, filter: &AuditFilter) -> Result<Page, Error> {
    let scope = caller.may(Permission::ReadAudit)?;
    let search = Search::new(domain, &scope, filter).await?;
    let mut rows = piece(domain, &scope, &search, filter.before, PAGE + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let older = rows.last().filter(|_| more).map(|row| row.seq);
    Ok(Page { rows, older, people: search.into_people() })
}

/// The next rows of the trail, at most so many, all before the one named.
pub(super) async fn piece(
    domain: &Domain,
    scope: &Scope,
    search: &Search,
    before: Option<i64>,
    most: usize,
) -> Result<Vec<Told>, Error> {
    let rows: Vec<Row> = sql(include_str!("list.sql"))
        .bind(scope.account().0)
        .bind(before.unwrap_or(i64::MAX))
        .bind(search.from)
        .bind(search.until)
        .bind(search.action.clone())
        .bind(search.person.map(|person| person.0))
        .bind(search.person.map(|person| person.to_string()))
        .bind(search.subjects.clone())
        .bind(search.text.clone())
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(&domain.db)
        .await?;
    let told = |row: Row| {
        let actor = row.actor_id.map(PersonId);
        Told {
            seq: row.seq,
            at: moment(row.at),
            actor_name: actor.and_then(|person| search.name(person)),
            actor,
            action: row.action,
            subject_name: row.subject.parse().ok().and_then(|person| search.name(person)),
            subject: row.subject,
            details: serde_json::from_str(&row.details).unwrap_or(Value::String(row.details)),
        }
    };
    Ok(rows.into_iter().map(told).collect())
}
