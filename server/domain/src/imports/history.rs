//! What was imported, when, with what result; and how fresh each dataset is.

use super::SILENCE;
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    activity,
    clock::moment,
    db::sql,
};
use model::{Dataset, Freshness, ImportId, ImportRow, ImportState, Month, MonthChange, Permission};
use std::{collections::BTreeMap, path::PathBuf};
use uuid::Uuid;

/// How many imports the history shows.
const SHOWN: i64 = 100;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    file: String,
    dataset: Option<String>,
    state: String,
    started_at: i64,
    seen_at: i64,
    ended_at: Option<i64>,
    bytes: i64,
    bytes_read: i64,
    rows: i64,
    bad_rows: i64,
    notes: String,
    by: Option<String>,
    can_undo: bool,
}

#[derive(sqlx::FromRow)]
struct MonthRow {
    month: String,
    rows: i64,
    totals: String,
    rows_before: Option<i64>,
    totals_before: Option<String>,
}

#[derive(sqlx::FromRow)]
struct FreshRow {
    dataset: String,
    oldest: Option<String>,
    newest: Option<String>,
    imported: Option<i64>,
    rows: Option<i64>,
}

/// The newest imports, newest first, without their months.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn history(domain: &Domain, caller: &Caller) -> Result<Vec<ImportRow>, Error> {
    let scope = caller.may(Permission::Import)?;
    rows(domain, &scope, None).await?.into_iter().map(|row| import(domain, row)).collect()
}

/// One import with its months.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such import.
pub async fn one(domain: &Domain, caller: &Caller, id: ImportId) -> Result<ImportRow, Error> {
    let scope = caller.may(Permission::Import)?;
    let row = rows(domain, &scope, Some(id)).await?.pop();
    let mut found = import(domain, row.ok_or(Error::NotFound)?)?;
    let months: Vec<MonthRow> =
        sql(include_str!("months.sql")).bind(scope.account().0).bind(id.0).fetch_all(&domain.db).await?;
    found.months = months.iter().map(change).collect::<Result<_, _>>()?;
    Ok(found)
}

/// One import, or the newest ones.
async fn rows(domain: &Domain, scope: &Scope, one: Option<ImportId>) -> Result<Vec<Row>, Error> {
    let rows = sql(include_str!("history.sql"))
        .bind(scope.account().0)
        .bind(one.map(|import| import.0))
        .bind(SHOWN)
        .fetch_all(&domain.db)
        .await?;
    Ok(rows)
}

/// Where an import's quarantine lies; nothing when it has none.
///
/// # Errors
/// As [`one`].
pub async fn quarantine(domain: &Domain, caller: &Caller, id: ImportId) -> Result<Option<PathBuf>, Error> {
    let import = one(domain, caller, id).await?;
    let path = domain.data.join("quarantine").join(id.to_string());
    Ok((import.bad_rows > 0 && path.is_file()).then_some(path))
}

/// The span and age of every dataset that this version takes in.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn freshness(domain: &Domain, caller: &Caller) -> Result<Vec<Freshness>, Error> {
    let scope = caller.may(Permission::ViewLicenses).or_else(|_| caller.may(Permission::Import))?;
    fresh(domain, scope).await
}

/// How fresh each dataset is, for a page whose right was checked.
pub(crate) async fn fresh(domain: &Domain, scope: Scope) -> Result<Vec<Freshness>, Error> {
    let rows: Vec<FreshRow> = sql(include_str!("freshness.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let month = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let mut found: BTreeMap<String, Freshness> = BTreeMap::new();
    for row in rows {
        if let Some(dataset) = Dataset::from_key(&row.dataset) {
            let freshness = Freshness {
                dataset,
                newest: month(row.newest),
                oldest: month(row.oldest),
                imported: row.imported.map(moment),
                rows: unsigned(row.rows.unwrap_or(0)),
            };
            found.insert(row.dataset, freshness);
        }
    }
    if let Some(log) = found.get_mut(Dataset::ActivityLog.key())
        && let Some(span) = activity::span(domain, &scope).await?
    {
        log.oldest = Some(Month::of(span.oldest));
        log.newest = Some(Month::of(span.newest));
        log.rows = unsigned(span.records);
    }
    let empty = |dataset| Freshness { dataset, newest: None, oldest: None, imported: None, rows: 0 };
    Ok(Dataset::IMPORTED.map(|d| found.remove(d.key()).unwrap_or_else(|| empty(d))).to_vec())
}

fn import(domain: &Domain, row: Row) -> Result<ImportRow, Error> {
    let mut state = ImportState::from_key(&row.state).unwrap_or(ImportState::Refused);
    if state == ImportState::Running && row.seen_at < domain.clock.seconds() - SILENCE {
        state = ImportState::Interrupted;
    }
    Ok(ImportRow {
        id: ImportId(row.id),
        file: row.file,
        dataset: row.dataset.as_deref().and_then(Dataset::from_key),
        state,
        started: moment(row.started_at),
        ended: row.ended_at.map(moment),
        bytes: unsigned(row.bytes),
        bytes_read: unsigned(row.bytes_read),
        rows: unsigned(row.rows),
        bad_rows: unsigned(row.bad_rows),
        months: Vec::new(),
        notes: serde_json::from_str(&row.notes)?,
        by: row.by,
        can_undo: row.can_undo,
    })
}

fn change(row: &MonthRow) -> Result<MonthChange, Error> {
    let now: BTreeMap<String, i64> = serde_json::from_str(&row.totals)?;
    let before: BTreeMap<String, i64> = serde_json::from_str(row.totals_before.as_deref().unwrap_or("{}"))?;
    Ok(MonthChange {
        month: row.month.parse().map_err(|_| crate::db::DbError::Damaged(row.month.clone()))?,
        rows_before: row.rows_before.map(unsigned),
        rows: unsigned(row.rows),
        totals: now.into_iter().map(|(name, value)| (name.clone(), before.get(&name).copied(), value)).collect(),
    })
}

fn unsigned(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}
