//! The facts of all accounts, and how they are asked.

use super::{
    FactError, Snapshot,
    answers::Answers,
    cache::Cache,
    list::Lists,
    load::{Shared, Turns},
};
use crate::{
    access::Scope,
    db::Db,
    scan::{Group, Query, Table},
};
use std::{num::NonZero, sync::Arc, thread::available_parallelism};
use tokio::sync::Semaphore;

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
    pub(super) answers: Arc<Answers<Answer>>,
    pub(super) tables: Arc<Answers<Table>>,
    pub(super) small: Arc<Semaphore>,
    pub(super) large: Arc<Semaphore>,
    pub(super) cores: usize,
}

impl FactStore {
    /// Over `db`, keeping at most `cache_bytes` of decoded columns and an eighth as much of answers. Resident memory grows
    /// by up to half as much again.
    #[must_use]
    pub fn new(db: Db, cache_bytes: usize) -> Self {
        let cores = available_parallelism().map_or(2, NonZero::get);
        let shared =
            Shared { db, cache: Cache::new(cache_bytes), attributes: Turns::default(), segments: Turns::default() };
        Self {
            shared: Arc::new(shared),
            lists: Arc::default(),
            answers: Arc::new(Answers::new(cache_bytes / 16)),
            tables: Arc::new(Answers::new(cache_bytes / 16)),
            // Enough to keep the cores busy while some wait for the database.
            small: Arc::new(Semaphore::new(cores * 4)),
            large: Arc::new(Semaphore::new(1)),
            cores,
        }
    }

    /// The same, answering anew each time: for measuring.
    #[must_use]
    pub fn without_answers(self) -> Self {
        Self { answers: Arc::new(Answers::new(0)), tables: Arc::new(Answers::new(0)), ..self }
    }

    /// Bytes of decoded columns kept now.
    #[must_use]
    pub fn cached_bytes(&self) -> usize {
        self.shared.cache.bytes()
    }

    /// Answers a query from the current months of the scope's account. A month without rows gives no group:
    /// unknown is not zero.
    ///
    /// # Errors
    /// [`FactError`] when the query does not fit its dataset, or the database or the facts are damaged.
    pub async fn scan(&self, scope: &Scope, query: &Query) -> Result<Arc<Answer>, FactError> {
        match self.now(scope).await?.scan(query).await {
            Err(FactError::Replaced) => self.now(scope).await?.scan(query).await,
            answer => answer,
        }
    }

    /// The facts of the scope's account as they are now.
    pub(crate) async fn now(&self, scope: &Scope) -> Result<Snapshot, FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        Ok(Snapshot { store: self.clone(), list, account: scope.account() })
    }
}
