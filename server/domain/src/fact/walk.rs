//! Reads rows part by part, however many there are, as they all were at one moment.

use super::{
    Dim, FactError, FactStore, Measure, Part, Segment,
    list::List,
    load::{Loader, Shared},
};
use crate::{access::Scope, scan::Source};
use model::{AccountId, Dataset, Month};
use std::sync::Arc;
use tokio::{runtime::Handle, sync::Semaphore};

/// The segments of an account at one moment. Later imports do not touch it; it ends with [`FactError::Replaced`] when
/// retention removes what they replaced.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    shared: Arc<Shared>,
    list: Arc<List>,
    account: AccountId,
    /// Whoever reads many parts waits for a turn at each, as small scans do.
    turns: Arc<Semaphore>,
}

impl FactStore {
    /// The facts of the scope's account as they are now.
    pub(crate) async fn walk(&self, scope: &Scope) -> Result<Walk, FactError> {
        let list = self.lists.of(&self.shared.db, scope.account()).await?;
        let (shared, turns) = (Arc::clone(&self.shared), Arc::clone(&self.small));
        Ok(Walk { shared, list, account: scope.account(), turns })
    }
}

impl Walk {
    /// The account's data version.
    pub(crate) fn version(&self) -> i64 {
        self.list.version
    }

    /// The parts of a dataset, oldest month first.
    pub(crate) fn parts(&self, dataset: Dataset) -> Vec<(Month, Arc<Segment>)> {
        let months = self.list.segments.iter().filter(|((of, _), _)| *of == dataset);
        months.flat_map(|((_, month), parts)| parts.iter().map(|part| (*month, Arc::clone(part)))).collect()
    }

    /// Reads columns of a part, and works on them, on a thread that may block.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        segment: Arc<Segment>,
        (dims, measures): (Vec<Dim>, Vec<Measure>),
        then: impl FnOnce(Part) -> T + Send + 'static,
    ) -> Result<T, FactError> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| FactError::Stopped)?;
        let (walk, runtime) = (self.clone(), Handle::current());
        let read = move || {
            let _turn = turn;
            let loader = Loader { shared: &walk.shared, list: &walk.list, account: walk.account, runtime: &runtime };
            loader.part(&segment, &dims, &measures).map(then)
        };
        tokio::task::spawn_blocking(read).await.map_err(|_| FactError::Stopped)?
    }
}
