//! Rows of a dataset that a question asks for, a batch at a time: as they all were when it was asked.

use super::{
    Ask, BadQuery, Row, Test, Value, permission,
    plan::{Guids, Place, Plan},
    sort::{self, Spot},
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    dictionary,
    fact::{FactError, Part, Segment, Snapshot},
    reading::Reading,
};
use model::{Month, Permission};
use std::{
    collections::VecDeque,
    hash::{BuildHasher, Hash, Hasher},
    sync::Arc,
};

/// Where a row stands in its dataset, as long as the account's data version stays: its part, counted from the oldest, and
/// the row in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// The part.
    pub part: u32,
    /// The row.
    pub row: u32,
}

/// The rows under way.
#[derive(Debug)]
pub struct Rows {
    pub(super) domain: Domain,
    pub(super) scope: Scope,
    pub(super) plan: Arc<Plan>,
    pub(super) facts: Snapshot,
    pub(super) parts: Vec<(Month, Arc<Segment>)>,
    select: Arc<[usize]>,
    next: Cursor,
    /// The part where the next row is looked for, once it was read.
    held: Option<(u32, Part)>,
    skip: u64,
    left: u64,
    /// The rows that are left, where they have an order.
    sorted: Option<VecDeque<Spot>>,
}

/// Some rows.
#[derive(Debug)]
pub struct Batch(Of);

#[derive(Debug)]
enum Of {
    Facts(Picked),
    Memory(Vec<Row>),
}

/// Rows of facts.
#[derive(Debug)]
struct Picked {
    plan: Arc<Plan>,
    select: Arc<[usize]>,
    /// Parts, with their place and their month.
    parts: Vec<(u32, Month, Part)>,
    /// Rows, with the part's place among those.
    rows: Vec<(usize, Place)>,
    guids: Guids,
}

/// The rows that a question asks for, under the right that opens the way they are taken: as a file or by the feed.
///
/// # Errors
/// [`Error::Denied`] without that right or the one to see the dataset; [`Error::Query`] when the question makes no sense.
pub async fn rows(domain: &Domain, caller: &Caller, way: Permission, ask: &Ask) -> Result<Rows, Error> {
    caller.may(way)?;
    let scope = caller.may(permission(ask.dataset))?;
    let ordered: Vec<usize> = ask.order.iter().map(|order| order.column).collect();
    let needed: Vec<usize> = ask.select.iter().copied().chain(ordered).collect();
    let mut rows = open(domain, &scope, ask, &needed).await?;
    if !ask.order.is_empty() {
        rows.sorted = Some(sort::sorted(&rows, ask).await?);
    }
    Ok(rows)
}

/// The facts and words of one data version, and what the question needs of them.
pub(super) async fn open(domain: &Domain, scope: &Scope, ask: &Ask, needed: &[usize]) -> Result<Rows, Error> {
    let reading = Reading::new(domain, *scope).await?;
    let plan = Plan::new(domain, &reading, ask.columns(), needed, &ask.test).await?;
    Ok(Rows {
        domain: domain.clone(),
        scope: *scope,
        plan: Arc::new(plan),
        parts: reading.facts.parts(ask.dataset),
        facts: reading.facts,
        select: ask.select.clone().into(),
        next: Cursor::default(),
        held: None,
        skip: ask.skip,
        left: ask.top.unwrap_or(u64::MAX),
        sorted: None,
    })
}

/// How many rows pass a question's test.
///
/// # Errors
/// As [`rows`].
pub async fn count(domain: &Domain, caller: &Caller, way: Permission, ask: &Ask) -> Result<u64, Error> {
    caller.may(way)?;
    let scope = caller.may(permission(ask.dataset))?;
    let rows = open(domain, &scope, ask, &[]).await?;
    let mut all = 0;
    for (month, segment) in &rows.parts {
        if ask.test == Test::Always(true) {
            all += u64::from(segment.rows);
        } else if rows.plan.may_pass(*month) {
            let (plan, month) = (Arc::clone(&rows.plan), *month);
            all += rows.read(segment, move |part| plan.pick(&part, month, 0, usize::MAX).len() as u64).await?;
        }
    }
    Ok(all)
}

impl Rows {
    /// The account's data version that is read.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.facts.version()
    }

    /// What tells this state of the dataset from all others: a cursor means nothing in another.
    #[must_use]
    pub fn state(&self) -> u64 {
        let mut hash = foldhash::quality::FixedState::default().build_hasher();
        self.parts.iter().for_each(|(_, segment)| segment.key.hash(&mut hash));
        hash.finish()
    }

    /// How far it has come, of how many rows the dataset has: what stands on a bar of progress.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        let size = |parts: &[(Month, Arc<Segment>)]| parts.iter().map(|(_, it)| u64::from(it.rows)).sum::<u64>();
        let passed = self.parts.get(..self.next.part as usize).map_or_else(|| size(&self.parts), size);
        (passed + u64::from(self.next.row), size(&self.parts))
    }

    /// Where the next row is looked for; nothing at the end, or where rows have an order.
    #[must_use]
    pub fn cursor(&self) -> Option<Cursor> {
        let more = (self.next.part as usize) < self.parts.len() && self.left > 0;
        (more && self.sorted.is_none()).then_some(self.next)
    }

    /// Whether rows in an order are left.
    #[must_use]
    pub fn has_sorted(&self) -> bool {
        self.sorted.as_ref().is_some_and(|sorted| !sorted.is_empty())
    }

    /// Goes on from there.
    pub fn go_to(&mut self, cursor: Cursor) {
        self.next = cursor;
        self.skip = 0;
    }

    /// The next rows, at most `most` of them; nothing at the end.
    ///
    /// # Errors
    /// [`Error::Facts`] when the facts cannot be read any more.
    pub async fn next(&mut self, most: usize) -> Result<Option<Batch>, Error> {
        if let Some(sorted) = &mut self.sorted {
            let spots: Vec<Spot> = sorted.drain(..most.min(sorted.len())).collect();
            return self.fetch(spots).await;
        }
        while self.left > 0 {
            let Some((month, segment)) = self.parts.get(self.next.part as usize).cloned() else { break };
            let later = Cursor { part: self.next.part + 1, row: 0 };
            if !self.plan.may_pass(month) {
                self.next = later;
                continue;
            }
            let wanted = usize::try_from(self.left.saturating_add(self.skip)).unwrap_or(usize::MAX).min(most.max(1));
            let (plan, from, rows, place) = (Arc::clone(&self.plan), self.next.row, segment.rows, self.next.part);
            let part = match self.held.take().filter(|(held, _)| *held == place) {
                Some((_, part)) => part,
                None => self.read(&segment, |part| part).await?,
            };
            let kept = part.clone();
            let pick = move || plan.pick(&kept, month, from, wanted);
            let picked = tokio::task::spawn_blocking(pick).await.map_err(|_| FactError::Stopped)?;
            self.held = Some((place, part.clone()));
            let last = picked.last().filter(|_| picked.len() == wanted).map(|last| last.row + 1);
            self.next = last.filter(|row| *row < rows).map_or(later, |row| Cursor { row, ..self.next });
            let skipped = self.skip.min(picked.len() as u64);
            self.skip -= skipped;
            let rows: Vec<_> =
                picked.into_iter().skip(usize::try_from(skipped).unwrap_or(0)).map(|it| (0, it)).collect();
            if !rows.is_empty() {
                self.left -= rows.len() as u64;
                return self.batch(vec![(place, month, part)], rows).await.map(Some);
            }
        }
        Ok(None)
    }

    /// Reads rows at these spots, in this order.
    async fn fetch(&self, spots: Vec<Spot>) -> Result<Option<Batch>, Error> {
        if spots.is_empty() {
            return Ok(None);
        }
        let mut wanted: Vec<u32> = spots.iter().map(|spot| spot.part).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut parts = Vec::new();
        for place in &wanted {
            let (month, segment) = &self.parts[*place as usize];
            parts.push((*place, *month, self.read(segment, |part| part).await?));
        }
        let row = |spot: &Spot| wanted.binary_search(&spot.part).ok().map(|part| (part, spot.place));
        let rows = spots.iter().filter_map(row).collect();
        self.batch(parts, rows).await.map(Some)
    }

    async fn batch(&self, parts: Vec<(u32, Month, Part)>, rows: Vec<(usize, Place)>) -> Result<Batch, Error> {
        let mut guids = Guids::new();
        if let Some(dim) = self.plan.guids(&self.select) {
            let ids = rows.iter().map(|(part, place)| parts[*part].2.dims[dim].at(place.row as usize)).collect();
            guids = dictionary::subscriptions(&self.domain.db, &self.scope, &ids).await?;
        }
        let picked = Picked { plan: Arc::clone(&self.plan), select: Arc::clone(&self.select), parts, rows, guids };
        Ok(Batch(Of::Facts(picked)))
    }

    /// Works on what the question reads of a part.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        segment: &Arc<Segment>,
        then: impl FnOnce(Part) -> T + Send + 'static,
    ) -> Result<T, FactError> {
        let columns = (self.plan.dims.clone(), self.plan.measures.clone());
        self.facts.read(Arc::clone(segment), columns, then).await
    }
}

impl Batch {
    /// Rows in memory.
    pub(super) const fn of(rows: Vec<Row>) -> Self {
        Self(Of::Memory(rows))
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Of::Facts(picked) => picked.rows.len(),
            Of::Memory(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A row's cell, by its place among the columns that were asked for.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Value<'_> {
        match &self.0 {
            Of::Facts(picked) => {
                let (part, place) = picked.rows[row];
                let (_, month, part) = &picked.parts[part];
                picked.plan.cell(picked.select[column], part, *month, place, Some(&picked.guids))
            }
            Of::Memory(rows) => rows[row][column].borrowed(),
        }
    }

    /// Where a row stands in its dataset; the beginning for rows that are not facts.
    #[must_use]
    pub fn cursor(&self, row: usize) -> Cursor {
        match &self.0 {
            Of::Facts(picked) => {
                let (part, place) = picked.rows[row];
                Cursor { part: picked.parts[part].0, row: place.row }
            }
            Of::Memory(_) => Cursor::default(),
        }
    }
}

impl From<BadQuery> for Error {
    fn from(bad: BadQuery) -> Self {
        Self::Query(bad)
    }
}
