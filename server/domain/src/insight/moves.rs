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
use model::{AccountId, Dataset, Month, Percent};
use std::{
    collections::{BTreeMap, HashMap},
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
    idle: Option<i64>,
    /// How many there were the month before.
    were: Option<i64>,
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

    pub(super) const fn idle(self) -> Option<i64> {
        self.idle
    }

    /// In hundredths of a percent; nothing where there was nothing to keep.
    pub(super) fn retained(self) -> Option<i64> {
        let (were, went) = (self.were?, self.went?);
        Percent::of(were - went, were).map(Percent::hundredths)
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

/// One month: by id, whether it is there, whether it is gone for good, and its seats.
#[derive(Default)]
struct Here {
    month: Option<Month>,
    all: Vec<i64>,
    gone: Vec<i64>,
    seats: Vec<i64>,
}

async fn find(board: &Board<'_>, key: &Key) -> Result<ByMonth, Error> {
    // A subscription is there for good: it is new once, and gone when its rows say so. All else is there when it has rows.
    let lasting = key.dataset == Dataset::Subscriptions && key.dim == Dim::Subscription;
    let (mut found, mut before, mut ever) = (ByMonth::new(), Here::default(), Vec::new());
    for month in board.known(key.dataset).to_vec() {
        let here = read(board, key, month, lasting).await?;
        let mut moved = Moved::default();
        let next = before.month.is_some_and(|before| month.since(before) == 1);
        if lasting && before.month.is_some() {
            moved.came = Some(without(&here.all, &ever));
            moved.went = Some(without(&here.gone, &before.gone));
        } else if next {
            moved.came = Some(without(&here.all, &before.all));
            moved.went = Some(without(&before.all, &here.all));
            moved.were = Some(without(&before.all, &[]));
        }
        if !lasting && before.month.is_some() {
            moved.idle = Some(without(&ever, &here.all));
        }
        if lasting && next {
            let ids = here.seats.len().max(before.seats.len());
            let change = |id: usize| at(&here.seats, id) - at(&before.seats, id);
            moved.seats_added = Some((0..ids).map(change).filter(|change| *change > 0).sum());
            moved.seats_reduced = Some((0..ids).map(change).filter(|change| *change < 0).map(i64::abs).sum());
        }
        if key.dataset == Dataset::AzureUsage && board.known(Dataset::Customers).contains(&month) {
            moved.without = Some(without(&customers(board, month).await?, &here.all));
        }
        ever.resize(here.all.len().max(ever.len()), 0);
        ever.iter_mut().zip(&here.all).for_each(|(ever, here)| *ever |= here);
        found.insert(month, moved);
        before = here;
    }
    Ok(found)
}

async fn read(board: &Board<'_>, key: &Key, month: Month, lasting: bool) -> Result<Here, Error> {
    let of = |states: &'static [u32], measures: Vec<Measure>| {
        let mut filters = key.filters.clone();
        if !states.is_empty() {
            filters.push(Filter::In(Dim::State, states.to_vec()));
        }
        Query { group: vec![key.dim], measures, filters, ..Query::of(key.dataset, vec![month]) }
    };
    let all = board.reading.facts.table(&of(&[], Vec::new())).await?.rows.clone();
    if !lasting {
        return Ok(Here { month: Some(month), all, ..Here::default() });
    }
    let gone = board.reading.facts.table(&of(DEPROVISIONED, Vec::new())).await?.rows.clone();
    let held = board.reading.facts.table(&of(held(), vec![Measure::Seats])).await?;
    Ok(Here { month: Some(month), all, gone, seats: held.sums.last().cloned().unwrap_or_default() })
}

/// All customers of a month, narrowed as the page is where customers can be.
async fn customers(board: &Board<'_>, month: Month) -> Result<Vec<i64>, Error> {
    let filters = board.filters_that_fit(Dataset::Customers);
    let query = Query { group: vec![Dim::Customer], filters, ..Query::of(Dataset::Customers, vec![month]) };
    Ok(board.reading.facts.table(&query).await?.rows.clone())
}

/// How many are here that are not there.
fn without(here: &[i64], there: &[i64]) -> i64 {
    let count = here.iter().enumerate().filter(|(id, rows)| **rows != 0 && at(there, *id) == 0).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn at(values: &[i64], id: usize) -> i64 {
    values.get(id).copied().unwrap_or(0)
}
