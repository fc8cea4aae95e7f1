//! Answers of whole scans, kept for whoever asks the same of the same facts again.

use super::{Answer, FactError};
use crate::scan::{Group, Query, Table};
use model::AccountId;
use quick_cache::{
    DefaultHashBuilder, OptionsBuilder, Weighter,
    sync::{Cache, DefaultLifecycle},
};
use std::{fmt, sync::Arc};

/// How many answers are expected at once; only a hint for the first allocation.
const EXPECTED: usize = 1024;

/// An import moves the data version: what was found before is asked for no more and makes room for others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) account: AccountId,
    pub(super) version: i64,
    pub(super) query: Query,
}

/// How much memory something takes up beside its own size.
pub(super) trait Heap {
    fn heap(&self) -> usize;
}

/// Weighs answers in bytes, with the question that stands beside them.
#[derive(Clone)]
struct Bytes;

impl<T: Heap> Weighter<Asked, Arc<T>> for Bytes {
    fn weight(&self, asked: &Asked, answer: &Arc<T>) -> u64 {
        /// The entry, and the small lists of a question.
        const OVERHEAD: usize = 512;
        let lists = asked.query.filters.iter().map(|filter| match filter {
            crate::scan::Filter::In(_, ids) => size_of_val(&ids[..]),
            _ => 0,
        });
        (OVERHEAD + lists.sum::<usize>() + answer.heap()) as u64
    }
}

/// Answers of one shape, up to a number of bytes.
pub(super) struct Answers<T>(Cache<Asked, Arc<T>, Bytes>);

impl<T: Heap> Answers<T> {
    pub(super) fn new(bytes: usize) -> Self {
        let mut options = OptionsBuilder::new();
        // One shard: an answer larger than a shard would not be kept, and a table by customer is a good part of the whole.
        options.estimated_items_capacity(EXPECTED).weight_capacity(bytes as u64).shards(1);
        let options = options.build().expect("both capacities are given");
        Self(Cache::with_options(options, Bytes, DefaultHashBuilder::default(), DefaultLifecycle::default()))
    }

    /// What is known of it, or what `find` finds: once, however many ask at the same time.
    pub(super) async fn get(
        &self,
        asked: &Asked,
        find: impl Future<Output = Result<T, FactError>>,
    ) -> Result<Arc<T>, FactError> {
        self.0.get_or_insert_async(asked, async { find.await.map(Arc::new) }).await
    }
}

/// Says how many, not which.
impl<T: Heap> fmt::Debug for Answers<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Answers").field("kept", &self.0.len()).finish()
    }
}

impl Heap for Answer {
    fn heap(&self) -> usize {
        self.rows.iter().map(|group| size_of::<Group>() + spilled(&group.ids) + spilled(&group.sums)).sum()
    }
}

impl Heap for Table {
    fn heap(&self) -> usize {
        let sums: usize = self.sums.iter().map(|sums| size_of_val(&sums[..])).sum();
        size_of_val(&self.rows[..]) + size_of_val(&self.distinct[..]) + sums
    }
}

/// What a short list takes up beside itself.
fn spilled<T>(list: &smallvec::SmallVec<[T; 4]>) -> usize {
    if list.spilled() { size_of_val(&list[..]) } else { 0 }
}
