//! Executions of reports: their files.

use super::reports::{Report, report};
use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    db::{DbError, sql},
    files::own,
};
use jiff::Timestamp;
use model::{FileId, FileState};
use uuid::Uuid;

/// A file of a report.
#[derive(Clone, Copy, Debug)]
pub struct Execution {
    /// Which.
    pub id: FileId,
    /// How far it is.
    pub state: FileState,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// A report of the caller's, and its files, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when the caller keeps no such report; [`Error::Denied`] without the right to take rows away;
/// [`Error::Db`] when the database fails.
pub async fn executions(domain: &Domain, caller: &Caller, id: Uuid) -> Result<(Report, Vec<Execution>), Error> {
    let report = report(domain, caller, id).await?;
    let (scope, _) = own(caller)?;
    let list = sql(include_str!("executions/list.sql"));
    let rows: Vec<(Uuid, String, Option<i64>)> = list.bind(scope.account().0).bind(id).fetch_all(&domain.db).await?;
    let execution = |(id, state, ended): (Uuid, String, Option<i64>)| {
        let state = FileState::from_key(&state).ok_or_else(|| DbError::Damaged("state of a file".into()))?;
        Ok(Execution { id: FileId(id), state, ended_at: ended.map(moment) })
    };
    Ok((report, rows.into_iter().map(execution).collect::<Result<_, Error>>()?))
}
