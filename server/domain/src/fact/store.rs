//! The facts of all accounts, and how they are asked.

use super::{
    Attributes, Dim, FactError, Measure, Part, Segment,
    cache::Cache,
    list::Lists,
    load::{Loader, Shared, Turns},
};
use crate::{
    access::Scope,
    db::Db,
    scan::{self, Found, Group, Plan, Query, Table},
};
use model::{Dataset, Month};
use std::{num::NonZero, sync::Arc, thread::available_parallelism, time::Instant};
use tokio::{runtime::Handle, sync::Semaphore};

/// Scans of fewer rows take one thread at once; larger ones take turns and all cores.
const LARGE: u64 = 1 << 20;

/// What a scan found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The account's data version that was read.
    pub version: i64,
    /// How many groups there are, with those that the query's limit cut off.
    pub total: u64,
    /// Without a limit by month, then by ids; with one, largest sum first.
    pub rows: Vec<Group>,
}

/// The one way to facts. Cheap to clone; clones share the cache.
#[derive(Clone, Debug)]
pub struct FactStore {
    pub(super) shared: Arc<Shared>,
    pub(super) lists: Arc<Lists>,
    pub(super) small: Arc<Semaphore>,
    large: Arc<Semaphore>,
    cores: usize,
}

impl FactStore {
    /// Over `db`, keeping at most `cache_bytes` of decoded columns. Resident memory grows by up to half
    /// as much again.
    #[must_use]
    pub fn new(db: Db, cache_bytes: usize) -> Self {
        let cores = available_parallelism().map_or(2, NonZero::get);
        let shared =
            Shared { db, cache: Cache::new(cache_bytes), attributes: Turns::default(), segments: Turns::default() };
        Self {
            shared: Arc::new(shared),
            lists: Arc::default(),
            // Enough to keep the cores busy while some wait for the database.
            small: Arc::new(Semaphore::new(cores * 4)),
            large: Arc::new(Semaphore::new(1)),
            cores,
        }
    }

    /// Bytes of decoded columns kept now.
    #[must_use]
    pub fn cached_bytes(&self) -> usize {
        self.shared.cache.bytes()
    }

    /// The months of a dataset that have rows, oldest first, and how many.
    ///
    /// # Errors
    /// [`FactError`] when the database fails or the list is damaged.
    pub async fn months(&self, scope: &Scope, dataset: Dataset) -> Result<Vec<(Month, u64)>, FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        let of = |segments: &[Arc<Segment>]| segments.iter().map(|segment| u64::from(segment.rows)).sum();
        let months = list.segments.iter().filter(|((of, _), _)| *of == dataset);
        Ok(months.map(|((_, month), segments)| (*month, of(segments))).collect())
    }

    /// Answers a query from the current months of the scope's account. A month without rows gives no group:
    /// unknown is not zero.
    ///
    /// # Errors
    /// [`FactError`] when the query does not fit its dataset, or the database or the facts are damaged.
    pub async fn scan(&self, scope: &Scope, query: &Query) -> Result<Answer, FactError> {
        let (version, (total, rows)) = self.read(scope, query, |plan, found| plan.groups(&found)).await?;
        Ok(Answer { version, total, rows })
    }

    /// The same for queries by at most one dimension, as a [`Table`]; a limit is not looked at.
    ///
    /// # Errors
    /// As [`Self::scan`].
    pub async fn table(&self, scope: &Scope, query: &Query) -> Result<Table, FactError> {
        let (version, table) = self.read(scope, query, Plan::table).await?;
        Ok(Table { version, ..table })
    }

    async fn read<T: Send + 'static>(
        &self,
        scope: &Scope,
        query: &Query,
        finish: fn(&Plan, Found) -> T,
    ) -> Result<(i64, T), FactError> {
        let start = Instant::now();
        let mut answer = self.read_once(scope, query, finish).await;
        if matches!(answer, Err(FactError::Replaced)) {
            self.lists.forget(scope.account());
            answer = self.read_once(scope, query, finish).await;
        }
        // How long and of what shape, for whoever looks for a slow page: no names and no figures.
        tracing::trace!(
            dataset = query.dataset.key(),
            by = ?query.group,
            months = query.months.len(),
            filters = query.filters.len(),
            micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
            "scanned"
        );
        answer
    }

    /// What the customers' own rows of a month say of them, with the data version that was read. All unknown when the
    /// month has no such rows.
    pub(crate) async fn attributes(&self, scope: &Scope, month: Month) -> Result<(i64, Arc<Attributes>), FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        let version = list.version;
        let (shared, runtime, account) = (Arc::clone(&self.shared), Handle::current(), scope.account());
        let load = move || {
            let loader = Loader { shared: &shared, list: &list, account, runtime: &runtime };
            scan::Source::attributes(&loader, month)
        };
        let attributes = tokio::task::spawn_blocking(load).await.map_err(|_| FactError::Stopped)??;
        Ok((version, attributes))
    }

    /// Columns of all rows of a month, with the data version that was read: for answers by more dimensions than a scan
    /// can keep a place for each combination of.
    pub(crate) async fn rows(
        &self,
        scope: &Scope,
        of: (Dataset, Month),
        dims: &'static [Dim],
        measures: &'static [Measure],
    ) -> Result<(i64, Vec<Part>), FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        let (shared, runtime, account) = (Arc::clone(&self.shared), Handle::current(), scope.account());
        let load = move || {
            let loader = Loader { shared: &shared, list: &list, account, runtime: &runtime };
            let parts = list.segments.get(&of).into_iter().flatten();
            let parts = parts.map(|segment| scan::Source::part(&loader, segment, dims, measures));
            Ok((list.version, parts.collect::<Result<_, _>>()?))
        };
        let read = tokio::task::spawn_blocking(load).await.map_err(|_| FactError::Stopped)?;
        if matches!(read, Err(FactError::Replaced)) {
            self.lists.forget(scope.account());
        }
        read
    }

    async fn read_once<T: Send + 'static>(
        &self,
        scope: &Scope,
        query: &Query,
        finish: fn(&Plan, Found) -> T,
    ) -> Result<(i64, T), FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        let version = list.version;
        let plan = Plan::of(query, &list.segments, &list.overrides)?;
        if plan.work() == 0 {
            // Sums that stand beside the segments answer it: not worth another thread.
            return Ok((version, finish(&plan, plan.summarise())));
        }
        let (lane, threads) = if plan.work() < LARGE { (&self.small, 1) } else { (&self.large, self.cores) };
        let permit = Arc::clone(lane).acquire_owned().await.map_err(|_| FactError::Stopped)?;
        let (shared, runtime, account) = (Arc::clone(&self.shared), Handle::current(), scope.account());
        let scan = move || {
            // Held here, so that a caller who leaves does not let the next scan in before this one ends.
            let _permit = permit;
            shared.cache.begin_scan();
            let loader = Loader { shared: &shared, list: &list, account, runtime: &runtime };
            scan::run(&plan, &loader, threads).map(|found| finish(&plan, found))
        };
        let read = tokio::task::spawn_blocking(scan).await.map_err(|_| FactError::Stopped)??;
        Ok((version, read))
    }
}
