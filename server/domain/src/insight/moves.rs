//! What came and went from one month to the next. It takes the ids of every month, so what was found is kept for the data version.

use super::{
    board::Board,
    source::{DEPROVISIONED, Way, held},
};
use crate::{
    Error,
    fact::{Dim, Measure},
    scan::{Filter, Query},
};
use model::{AccountId, Dataset, Month};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

/// What moved from the month before to a month. `None` is *unknown*: no rows in one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moved {
    came: Option<i64>,
    went: Option<i64>,
    seats_added: Option<i64>,
    seats_reduced: Option<i64>,
    without: Option<i64>,
}

impl Moved {
    pub(super) const fn of(self, way: Way) -> Option<i64> {
        match way {
            Way::In => self.came,
            Way::Out => self.went,
        }
    }

    pub(super) const fn seats(self, way: Way) -> Option<i64> {
        match way {
            Way::In => self.seats_added,
            Way::Out => self.seats_reduced,
        }
    }

    pub(super) const fn without(self) -> Option<i64> {
        self.without
    }
}

type ByMonth = BTreeMap<Month, Moved>;

/// Of which rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    account: AccountId,
    version: i64,
    dataset: Dataset,
    dim: Dim,
    filters: Vec<Filter>,
}

/// How many are kept: a number for each month each.
const KEPT: usize = 256;

/// What was found. Cheap to clone; clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moves(Arc<Mutex<HashMap<Key, Arc<ByMonth>>>>);

/// The moves of every known month of a dataset.
pub(super) async fn moves(
    board: &Board<'_>,
    dataset: Dataset,
    dim: Dim,
    filters: Vec<Filter>,
) -> Result<Arc<ByMonth>, Error> {
    let reading = &board.reading;
    let key = Key { account: reading.scope.account(), version: reading.dictionary.version, dataset, dim, filters };
    let held = board.domain.moves.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
    if let Some(held) = held {
        return Ok(held);
    }
    let found = Arc::new(find(board, &key).await?);
    let mut kept = board.domain.moves.0.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(key, Arc::clone(&found));
    Ok(found)
}

/// The ids of one month.
#[derive(Default)]
struct Here {
    month: Option<Month>,
    all: HashSet<u32>,
    gone: HashSet<u32>,
    seats: HashMap<u32, i64>,
}

async fn find(board: &Board<'_>, key: &Key) -> Result<ByMonth, Error> {
    // A subscription is there for good: it is new once, and gone when its rows say so. All else is there when it has rows.
    let lasting = key.dataset == Dataset::Subscriptions && key.dim == Dim::Subscription;
    let (mut found, mut before, mut ever) = (ByMonth::new(), Here::default(), HashSet::new());
    for month in board.known(key.dataset).to_vec() {
        let here = Here {
            month: Some(month),
            all: ids(board, key, month, None).await?,
            gone: if lasting { ids(board, key, month, Some(DEPROVISIONED)).await? } else { HashSet::new() },
            seats: if lasting { seats(board, key, month).await? } else { HashMap::new() },
        };
        let mut moved = Moved::default();
        let next = before.month.is_some_and(|before| month.since(before) == 1);
        if lasting && before.month.is_some() {
            moved.came = Some(count(here.all.difference(&ever)));
            moved.went = Some(count(here.gone.difference(&before.gone)));
        } else if next {
            moved.came = Some(count(here.all.difference(&before.all)));
            moved.went = Some(count(before.all.difference(&here.all)));
        }
        if lasting && next {
            let change = |id: &u32| here.seats.get(id).unwrap_or(&0) - before.seats.get(id).unwrap_or(&0);
            let both: HashSet<u32> = here.seats.keys().chain(before.seats.keys()).copied().collect();
            moved.seats_added = Some(both.iter().map(change).filter(|change| *change > 0).sum());
            moved.seats_reduced = Some(both.iter().map(change).filter(|change| *change < 0).map(i64::abs).sum());
        }
        if key.dataset == Dataset::AzureUsage && board.known(Dataset::Customers).contains(&month) {
            moved.without = Some(count(customers(board, month).await?.difference(&here.all)));
        }
        if lasting {
            ever.extend(&here.all);
        }
        found.insert(month, moved);
        before = here;
    }
    Ok(found)
}

fn count<T>(all: impl Iterator<Item = T>) -> i64 {
    i64::try_from(all.count()).unwrap_or(i64::MAX)
}

async fn ids(
    board: &Board<'_>,
    key: &Key,
    month: Month,
    states: Option<&'static [u32]>,
) -> Result<HashSet<u32>, Error> {
    let mut query = Query { group: vec![key.dim], filters: key.filters.clone(), ..Query::of(key.dataset, vec![month]) };
    query.filters.extend(states.map(|states| Filter::In(Dim::State, states.to_vec())));
    let groups = board.reading.scan(board.domain, &query).await?;
    Ok(groups.into_iter().map(|group| group.ids[0]).collect())
}

/// The seats of each subscription that is held.
async fn seats(board: &Board<'_>, key: &Key, month: Month) -> Result<HashMap<u32, i64>, Error> {
    let mut query = Query {
        group: vec![key.dim],
        measures: vec![Measure::Seats],
        filters: key.filters.clone(),
        ..Query::of(key.dataset, vec![month])
    };
    query.filters.push(Filter::In(Dim::State, held().to_vec()));
    let groups = board.reading.scan(board.domain, &query).await?;
    Ok(groups.into_iter().map(|group| (group.ids[0], group.sums[0])).collect())
}

/// All customers of a month, narrowed as the page is where customers can be.
async fn customers(board: &Board<'_>, month: Month) -> Result<HashSet<u32>, Error> {
    let filters = board.filters_that_fit(Dataset::Customers);
    let query = Query { group: vec![Dim::Customer], filters, ..Query::of(Dataset::Customers, vec![month]) };
    let groups = board.reading.scan(board.domain, &query).await?;
    Ok(groups.into_iter().map(|group| group.ids[0]).collect())
}
