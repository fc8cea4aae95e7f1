//! Brings decoded columns to the scan: from the cache, else from the database.

use super::{
    Attributes, Column, Dim, FactError, Part, Segment,
    cache::{Cache, CacheKey, Cached},
    codec::{self, Expected},
    list::List,
    schema,
};
use crate::{
    db::{Db, sql},
    scan::Source,
};
use model::{AccountId, Dataset, Month};
use std::{
    hash::{BuildHasher, Hash},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::runtime::Handle;

const SEGMENT_BYTES: &str = include_str!("segment_bytes.sql");

/// One at a time for each key, roughly: keys that share a place wait for each other without harm.
#[derive(Debug)]
pub(crate) struct Turns {
    hasher: foldhash::fast::RandomState,
    places: [Mutex<()>; 64],
}

impl Default for Turns {
    fn default() -> Self {
        Self { hasher: foldhash::fast::RandomState::default(), places: std::array::from_fn(|_| Mutex::default()) }
    }
}

impl Turns {
    fn take(&self, key: impl Hash) -> MutexGuard<'_, ()> {
        let place = self.hasher.hash_one(key) % self.places.len() as u64;
        self.places[usize::try_from(place).unwrap_or(0)].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What all scans share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub db: Db,
    pub cache: Cache,
    /// Two sets, because making attributes takes a turn and then loads segments, which takes another.
    pub attributes: Turns,
    pub segments: Turns,
}

/// The facts of one account as one scan sees them. Blocks: only for threads that may.
pub(crate) struct Loader<'a> {
    pub shared: &'a Shared,
    pub list: &'a List,
    pub account: AccountId,
    pub runtime: &'a Handle,
}

impl Source for Loader<'_> {
    fn part(&self, segment: &Segment, dims: &[Dim], measures: &[super::Measure]) -> Result<Part, FactError> {
        let columns = || {
            let dims = dims.iter().copied().map(Column::Dim);
            std::iter::once(Column::Customers).chain(dims).chain(measures.iter().copied().map(Column::Measure))
        };
        let kept = |column| self.shared.cache.get(&CacheKey::Column(segment.key, column));
        let mut found: Vec<Option<Cached>> = columns().map(kept).collect();
        if found.iter().any(Option::is_none) {
            let _turn = self.shared.segments.take(segment.key);
            // Another scan may have brought them while this one waited for its turn.
            for (column, found) in columns().zip(&mut found).filter(|(_, found)| found.is_none()) {
                *found = kept(column);
            }
            let missing: Vec<Column> = columns().zip(&found).filter(|(_, f)| f.is_none()).map(|(c, _)| c).collect();
            if !missing.is_empty() {
                let mut decoded = self.decode(segment, &missing)?.into_iter();
                for found in found.iter_mut().filter(|found| found.is_none()) {
                    *found = decoded.next();
                }
            }
        }
        let part = assemble(segment.rows as usize, found.into_iter().flatten())?;
        Ok(self.list.overrides.lay_over(part, dims))
    }

    fn attributes(&self, month: Month) -> Result<Arc<Attributes>, FactError> {
        let segments = self.list.segments.get(&(Dataset::Customers, month));
        let Some(first) = segments.and_then(|segments| segments.first()) else {
            return Ok(Arc::new(Attributes::of(&[])));
        };
        let overrides = self.shared.attributes.hasher.hash_one(&self.list.overrides);
        let key = CacheKey::Attributes(self.account, month, first.key.import, overrides);
        let _turn = match self.shared.cache.get(&key) {
            Some(Cached::Attributes(attributes)) => return Ok(attributes),
            _ => self.shared.attributes.take(key),
        };
        if let Some(Cached::Attributes(attributes)) = self.shared.cache.get(&key) {
            return Ok(attributes);
        }
        let parts: Result<Vec<Part>, FactError> =
            segments.into_iter().flatten().map(|segment| self.part(segment, &Attributes::DIMS, &[])).collect();
        let attributes = Arc::new(Attributes::of(&parts?));
        self.shared.cache.offer(key, Cached::Attributes(Arc::clone(&attributes)));
        Ok(attributes)
    }
}

impl Loader<'_> {
    fn decode(&self, segment: &Segment, columns: &[Column]) -> Result<Vec<Cached>, FactError> {
        let schema = schema(segment.key.dataset).ok_or(FactError::NotFacts(segment.key.dataset))?;
        let bytes = self.runtime.block_on(bytes(&self.shared.db, segment))?;
        let expected = Expected { rows: segment.rows, checksum: segment.checksum, summary: &segment.summary };
        let decoded = codec::decode(schema, &bytes, &expected, columns)?;
        for (&column, value) in columns.iter().zip(&decoded) {
            self.shared.cache.offer(CacheKey::Column(segment.key, column), value.clone());
        }
        Ok(decoded)
    }
}

async fn bytes(db: &Db, segment: &Segment) -> Result<Vec<u8>, FactError> {
    sql(SEGMENT_BYTES)
        .bind(segment.key.account.0)
        .bind(segment.key.dataset.key())
        .bind(segment.key.month.first_day())
        .bind(segment.key.import.0)
        .bind(i64::from(segment.key.part))
        .scalar_optional(db)
        .await?
        .ok_or(FactError::Replaced)
}

/// Sorts columns by their kind; within a kind they keep the order in which they were asked for.
pub(crate) fn assemble(rows: usize, columns: impl Iterator<Item = Cached>) -> Result<Part, FactError> {
    let (mut runs, mut dims, mut measures) = (None, Vec::new(), Vec::new());
    for column in columns {
        match column {
            Cached::Runs(column) => runs = Some(column),
            Cached::Ids(column) => dims.push(column),
            Cached::Values(column) => measures.push(column),
            Cached::Attributes(_) => {}
        }
    }
    let runs = runs.ok_or_else(|| FactError::Damaged("no customers".into()))?;
    Ok(Part { rows, runs, dims, measures })
}
