//! Which segments are current, remembered until the account's data version moves.

use super::{
    FactError, Overrides, Segment, codec,
    columns::MOST_ID,
    segment::{SegmentKey, Summary},
};
use crate::db::{Db, sql};
use model::{AccountId, Dataset, ImportId, Month};
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
    /// What the partner says of its customers instead. It moves the data version like the rows do.
    pub overrides: Overrides,
}

/// The lists of all accounts.
#[derive(Debug, Default)]
pub(crate) struct Lists(Mutex<HashMap<AccountId, Arc<List>>>);

impl Lists {
    /// The account's list. One look at its version when nothing has changed.
    pub(crate) async fn of(&self, db: &Db, account: AccountId) -> Result<Arc<List>, FactError> {
        let version: i64 = sql(VERSION).bind(account.0).scalar(db).await?;
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&account).cloned();
        if let Some(list) = known.filter(|list| list.version == version) {
            return Ok(list);
        }
        // One statement sees version and segments at the same moment; the version above may be older.
        let mut list = list(account, sql(SEGMENTS).bind(account.0).fetch_all(db).await?)?;
        list.overrides = Overrides::read(db, account).await?;
        let list = Arc::new(list);
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

/// A current segment. An account without segments, and a month whose import had no rows, still give a row: all but the
/// version is null then.
#[derive(sqlx::FromRow)]
struct Row {
    data_version: i64,
    dataset: Option<String>,
    month: Option<String>,
    import_id: Option<Uuid>,
    part: Option<i64>,
    rows: Option<i64>,
    format: Option<String>,
    checksum: Option<i64>,
    summary: Option<String>,
}

fn list(account: AccountId, rows: Vec<Row>) -> Result<List, FactError> {
    let mut list = List::default();
    for row in rows {
        list.version = row.data_version;
        if row.dataset.is_some() {
            let segment = row.segment(account)?;
            let (dataset, month) = (segment.key.dataset, segment.key.month);
            list.segments.entry((dataset, month)).or_default().push(Arc::new(segment));
        }
    }
    Ok(list)
}

impl Row {
    fn segment(self, account: AccountId) -> Result<Segment, FactError> {
        let wrong = |what: &str| FactError::Damaged(format!("{what} of a segment"));
        if self.format.as_deref() != Some(codec::FORMAT) {
            return Err(wrong("format"));
        }
        let number =
            |value: Option<i64>, what: &str| value.and_then(|it| u32::try_from(it).ok()).ok_or_else(|| wrong(what));
        let summary: Summary =
            self.summary.and_then(|it| serde_json::from_str(&it).ok()).ok_or_else(|| wrong("summary"))?;
        if summary.highest.values().any(|&id| id > MOST_ID) {
            return Err(wrong("range"));
        }
        let dataset = self.dataset.as_deref().and_then(Dataset::from_key);
        Ok(Segment {
            key: SegmentKey {
                account,
                dataset: dataset.ok_or_else(|| wrong("dataset"))?,
                month: self.month.and_then(|it| it.parse().ok()).ok_or_else(|| wrong("month"))?,
                import: ImportId(self.import_id.ok_or_else(|| wrong("import"))?),
                part: number(self.part, "part")?,
            },
            rows: number(self.rows, "rows")?,
            checksum: number(self.checksum, "checksum")?,
            summary,
        })
    }
}
