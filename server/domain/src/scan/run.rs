//! Hands a query's parts to threads and adds up what they find.

use super::{
    distinct::Counted,
    kernel::Worker,
    plan::{Plan, Task},
    tables::Tables,
};
use crate::fact::{Attributes, Dim, FactError, Measure, Part, Segment};
use model::Month;
use std::{
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

/// Where a scan gets its columns from.
pub(crate) trait Source: Sync {
    /// The customers and these columns of a segment.
    fn part(&self, segment: &Segment, dims: &[Dim], measures: &[Measure]) -> Result<Part, FactError>;
    /// The customers' attributes in a month; all unknown when the month has none.
    fn attributes(&self, month: Month) -> Result<Arc<Attributes>, FactError>;
}

/// What all threads of a scan share.
struct Scan<'a> {
    plan: &'a Plan,
    source: &'a dyn Source,
    /// The parts that nobody has taken.
    left: Mutex<Range<usize>>,
    /// By month, made by whoever needs them first.
    tables: Vec<Mutex<Option<Arc<Tables>>>>,
}

/// What a scan has added up, by cell.
pub(crate) struct Found {
    pub(super) rows: Vec<i64>,
    /// By measure of the query, then by cell.
    pub(super) sums: Vec<Vec<i64>>,
    pub(super) counted: Counted,
}

/// Runs a plan on up to `threads` threads, the caller's being one of them.
pub(crate) fn run(plan: &Plan, source: &dyn Source, threads: usize) -> Result<Found, FactError> {
    let tables = plan.months.iter().map(|_| Mutex::default()).collect();
    let scan = Scan { plan, source, left: Mutex::new(0..plan.tasks.len()), tables };
    let threads = threads.clamp(1, plan.tasks.len().max(1));
    let worker = std::thread::scope(|scope| {
        let scan = &scan;
        let others: Vec<_> = (1..threads).map(|at| scope.spawn(move || scan.work(at % 2 == 1))).collect();
        let mut worker = scan.work(false);
        for other in others {
            let other = other.join().unwrap_or(Err(FactError::Stopped));
            worker = worker.and_then(|worker| Ok(worker.merge(&other?)));
        }
        worker
    })?;
    Ok(worker.found())
}

impl<'a> Scan<'a> {
    /// Takes parts until none are left. Half of the threads begin at the end: threads in the same month would wait for each
    /// other's tables.
    fn work(&self, from_end: bool) -> Result<Worker<'a>, FactError> {
        let mut worker = Worker::new(self.plan);
        while let Some(task) = self.take(from_end) {
            self.task(&self.plan.tasks[task], &mut worker).inspect_err(|_| {
                // Nobody need go on.
                *self.left.lock().unwrap_or_else(PoisonError::into_inner) = 0..0;
            })?;
        }
        Ok(worker)
    }

    fn take(&self, from_end: bool) -> Option<usize> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if from_end { left.next_back() } else { left.next() }
    }

    fn task(&self, task: &Task, worker: &mut Worker<'_>) -> Result<(), FactError> {
        let part = self.source.part(&task.segment, &self.plan.dims, &self.plan.measures)?;
        let tables = if self.plan.needs_attributes() { Some(self.tables(task.month)?) } else { None };
        worker.add(&part, tables.as_deref(), task.month);
        Ok(())
    }

    fn tables(&self, month: usize) -> Result<Arc<Tables>, FactError> {
        let mut kept = self.tables[month].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tables) = &*kept {
            return Ok(Arc::clone(tables));
        }
        let attributes = self.source.attributes(self.plan.months[month])?;
        let tables = Arc::new(Tables::new(self.plan, attributes));
        *kept = Some(Arc::clone(&tables));
        Ok(tables)
    }
}

impl Worker<'_> {
    /// Adds what another thread has found.
    fn merge(mut self, other: &Self) -> Self {
        for (rows, more) in self.rows.iter_mut().zip(&other.rows) {
            *rows += more;
        }
        for (sums, more) in self.sums.iter_mut().zip(&other.sums) {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum = sum.wrapping_add(*more);
            }
        }
        self.counted.merge(&other.counted);
        self
    }
}
