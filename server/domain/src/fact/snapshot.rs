//! An account's facts as they all were at one moment, and how they are read.

use super::{
    Answer, Attributes, Dim, FactError, FactStore, Measure, Part, Segment,
    answers::{Answers, Asked, Heap},
    list::List,
    load::Loader,
};
use crate::scan::{self, Found, Plan, Query, Source, Table};
use model::{AccountId, Dataset, Month};
use std::{sync::Arc, time::Instant};
use tokio::{runtime::Handle, sync::Semaphore};

/// Scans of fewer rows take one thread at once; larger ones take turns and all cores.
const LARGE: u64 = 1 << 20;

/// The segments of an account at one moment. Later imports do not touch it; reading ends with [`FactError::Replaced`] when
/// retention has removed what they replaced.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(super) store: FactStore,
    pub(super) list: Arc<List>,
    pub(super) account: AccountId,
}

impl Snapshot {
    /// The account's data version.
    pub(crate) fn version(&self) -> i64 {
        self.list.version
    }

    /// The months of a dataset that have rows, oldest first, and how many.
    pub(crate) fn months(&self, dataset: Dataset) -> impl Iterator<Item = (Month, u64)> {
        let of = |segments: &[Arc<Segment>]| segments.iter().map(|segment| u64::from(segment.rows)).sum();
        let months = self.list.segments.iter().filter(move |((of, _), _)| *of == dataset);
        months.map(move |((_, month), segments)| (*month, of(segments)))
    }

    /// The parts of a dataset, oldest month first.
    pub(crate) fn parts(&self, dataset: Dataset) -> Vec<(Month, Arc<Segment>)> {
        let months = self.list.segments.iter().filter(|((of, _), _)| *of == dataset);
        months.flat_map(|((_, month), parts)| parts.iter().map(|part| (*month, Arc::clone(part)))).collect()
    }

    /// Answers a query as [`FactStore::scan`] does.
    pub(crate) async fn scan(&self, query: &Query) -> Result<Arc<Answer>, FactError> {
        let version = self.version();
        let answer = move |plan: &Plan, found| {
            let (total, rows) = plan.groups(&found);
            Answer { version, total, rows }
        };
        self.find(&self.store.answers, query, answer).await
    }

    /// The same for queries by at most one dimension, as a [`Table`]; a limit is not looked at.
    pub(crate) async fn table(&self, query: &Query) -> Result<Arc<Table>, FactError> {
        self.find(&self.store.tables, query, Plan::table).await
    }

    /// What the customers' own rows of a month say of them. All unknown when the month has no such rows.
    pub(crate) async fn attributes(&self, month: Month) -> Result<Arc<Attributes>, FactError> {
        self.load(None, move |loader| loader.attributes(month)).await
    }

    /// Columns of all rows of a month: for answers by more dimensions than a scan can keep a place for each combination of.
    pub(crate) async fn rows(
        &self,
        of: (Dataset, Month),
        dims: &'static [Dim],
        measures: &'static [Measure],
    ) -> Result<Vec<Part>, FactError> {
        let load = move |loader: &Loader| {
            let parts = loader.list.segments.get(&of).into_iter().flatten();
            parts.map(|segment| loader.part(segment, dims, measures)).collect()
        };
        self.load(None, load).await
    }

    /// Reads columns of a part, and works on them. Whoever reads many waits for a turn at each, as small scans do.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        segment: Arc<Segment>,
        (dims, measures): (Vec<Dim>, Vec<Measure>),
        then: impl FnOnce(Part) -> T + Send + 'static,
    ) -> Result<T, FactError> {
        self.load(Some(&self.store.small), move |loader| loader.part(&segment, &dims, &measures).map(then)).await
    }

    async fn find<T: Heap + Send + 'static>(
        &self,
        known: &Answers<T>,
        query: &Query,
        finish: impl FnOnce(&Plan, Found) -> T + Send + 'static,
    ) -> Result<Arc<T>, FactError> {
        let plan = Plan::of(query, &self.list.segments, &self.list.overrides)?;
        if plan.work() == 0 {
            // Sums that stand beside the segments answer it: not worth another thread, nor to be kept.
            return Ok(Arc::new(finish(&plan, plan.summarise())));
        }
        let asked = Asked { account: self.account, version: self.version(), query: query.clone() };
        // Boxed, because a plan is large and answers are made of many scans side by side.
        known.get(&asked, Box::pin(self.look(plan, finish))).await
    }

    async fn look<T: Send + 'static>(
        &self,
        plan: Plan,
        finish: impl FnOnce(&Plan, Found) -> T + Send + 'static,
    ) -> Result<T, FactError> {
        let start = Instant::now();
        let (lane, threads) =
            if plan.work() < LARGE { (&self.store.small, 1) } else { (&self.store.large, self.store.cores) };
        let scan = move |loader: &Loader| {
            loader.shared.cache.begin_scan();
            let found = scan::run(&plan, loader, threads).map(|found| finish(&plan, found));
            // How long and of what shape, for whoever looks for a slow page: no names and no figures.
            tracing::trace!(
                dataset = plan.query.dataset.key(),
                by = ?plan.query.group,
                months = plan.query.months.len(),
                filters = plan.query.filters.len(),
                micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
                "scanned"
            );
            found
        };
        self.load(Some(lane), scan).await
    }

    /// Works with the loader on a thread that may block, when it is its turn in the lane.
    async fn load<T: Send + 'static>(
        &self,
        lane: Option<&Arc<Semaphore>>,
        work: impl FnOnce(&Loader) -> Result<T, FactError> + Send + 'static,
    ) -> Result<T, FactError> {
        let turn = match lane {
            Some(lane) => Some(Arc::clone(lane).acquire_owned().await.map_err(|_| FactError::Stopped)?),
            None => None,
        };
        let (facts, runtime) = (self.clone(), Handle::current());
        let load = move || {
            // Held here, so that a caller who leaves does not let the next one in before this one ends.
            let _turn = turn;
            let shared = &facts.store.shared;
            work(&Loader { shared, list: &facts.list, account: facts.account, runtime: &runtime })
        };
        let loaded = tokio::task::spawn_blocking(load).await.map_err(|_| FactError::Stopped)?;
        if matches!(loaded, Err(FactError::Replaced)) {
            self.store.lists.forget(self.account);
        }
        loaded
    }
}
