//! Which segments are current, remembered until the account's data version moves.

use super::{
    FactError, Segment, codec,
    columns::MOST_ID,
    segment::{SegmentKey, Summary},
};
use crate::db::Db;
use model::{AccountId, Dataset, ImportId, Month};
use sqlx::{Row as _, sqlite::SqliteRow};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

const VERSION: &str = include_str!("version.sql");
const SEGMENTS: &str = include_str!("segments.sql");

/// Lists of accounts kept; beyond that all are forgotten, which costs one read each.
const KEPT: usize = 1024;

/// The current segments of one account at one data version.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub version: i64,
    /// Parts in order, so that customers ascend.
    pub segments: BTreeMap<(Dataset, Month), Vec<Arc<Segment>>>,
}

/// The lists of all accounts.
#[derive(Debug, Default)]
pub(crate) struct Lists(Mutex<HashMap<AccountId, Arc<List>>>);

impl Lists {
    /// The account's list. One look at its version when nothing has changed.
    pub(crate) async fn of(&self, db: &Db, account: AccountId) -> Result<Arc<List>, FactError> {
        let version: i64 = sqlx::query_scalar(VERSION).bind(account.0).fetch_one(db.read()).await?;
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&account).cloned();
        if let Some(list) = known.filter(|list| list.version == version) {
            return Ok(list);
        }
        // One statement sees version and segments at the same moment; the version above may be older.
        let rows = sqlx::query(SEGMENTS).bind(account.0).fetch_all(db.read()).await?;
        let list = Arc::new(list(account, &rows)?);
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lists.len() >= KEPT {
            lists.clear();
        }
        lists.insert(account, Arc::clone(&list));
        Ok(list)
    }

    /// Forgets an account's list, after it has named a segment that is gone.
    pub(crate) fn forget(&self, account: AccountId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&account);
    }
}

fn list(account: AccountId, rows: &[SqliteRow]) -> Result<List, FactError> {
    let mut list = List::default();
    for row in rows {
        list.version = row.try_get(0)?;
        // An account without segments, and a month whose import had no rows, still give a row.
        if let Some(dataset) = row.try_get::<Option<&str>, _>(1)? {
            let segment = segment(account, dataset, row)?;
            let (dataset, month) = (segment.key.dataset, segment.key.month);
            list.segments.entry((dataset, month)).or_default().push(Arc::new(segment));
        }
    }
    Ok(list)
}

fn segment(account: AccountId, dataset: &str, row: &SqliteRow) -> Result<Segment, FactError> {
    let wrong = |what: &str| FactError::Damaged(format!("{what} of a segment"));
    if row.try_get::<&str, _>(6)? != codec::FORMAT {
        return Err(wrong("format"));
    }
    let number = |column: usize, what: &str| u32::try_from(row.try_get::<i64, _>(column)?).map_err(|_| wrong(what));
    let summary: Summary = serde_json::from_str(row.try_get(8)?).map_err(|_| wrong("summary"))?;
    if summary.highest.values().any(|&id| id > MOST_ID) {
        return Err(wrong("range"));
    }
    Ok(Segment {
        key: SegmentKey {
            account,
            dataset: Dataset::from_key(dataset).ok_or_else(|| wrong("dataset"))?,
            month: row.try_get::<&str, _>(2)?.parse().map_err(|_| wrong("month"))?,
            import: ImportId(row.try_get::<Uuid, _>(3)?),
            part: number(4, "part")?,
        },
        rows: number(5, "rows")?,
        checksum: number(7, "checksum")?,
        summary,
    })
}
