//! A person's files.

use super::own;
use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    db::{DbError, sql},
};
use model::{FileId, FileProblem, FileRow, FileState};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    name: String,
    wanted: String,
    state: String,
    rows: i64,
    percent: i64,
    bytes: Option<i64>,
    problem: Option<String>,
    asked_at: i64,
    ended_at: Option<i64>,
    pub(super) notes: String,
}

impl Row {
    pub(super) fn file(&self, keep_days: i64) -> Result<FileRow, Error> {
        let damaged = |what: &str| DbError::Damaged(format!("{what} of a file"));
        let state = FileState::from_key(&self.state).ok_or_else(|| damaged("state"))?;
        let until = self.ended_at.filter(|_| state == FileState::Made).map(|at| moment(at + keep_days * 86_400));
        Ok(FileRow {
            id: FileId(self.id),
            name: self.name.clone(),
            order: serde_json::from_str(&self.wanted)?,
            state,
            rows: self.rows.unsigned_abs(),
            percent: u8::try_from(self.percent).unwrap_or(100),
            bytes: self.bytes.map(i64::unsigned_abs),
            problem: self.problem.as_deref().map(|key| FileProblem::from_key(key).unwrap_or(FileProblem::Server)),
            asked_at: moment(self.asked_at),
            until,
        })
    }
}

/// The caller's files, the newest first: those that are there, that wait, and that could not be made.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Vec<FileRow>, Error> {
    let (scope, person) = own(caller)?;
    let rows: Vec<Row> =
        sql(include_str!("list.sql")).bind(scope.account().0).bind(person.0).fetch_all(&domain.db).await?;
    rows.iter().map(|row| row.file(domain.files.keep_days)).collect()
}

/// One of them.
pub(super) async fn one(domain: &Domain, caller: &Caller, id: FileId) -> Result<Row, Error> {
    let (scope, person) = own(caller)?;
    let row: Option<Row> = sql(include_str!("one.sql"))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(id.0)
        .fetch_optional(&domain.db)
        .await?;
    row.ok_or(Error::NotFound)
}
