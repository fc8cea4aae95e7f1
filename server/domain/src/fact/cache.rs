//! Decoded columns, kept within a bound of bytes.

use super::{Column, Ids, Runs, Values, attributes::Attributes, segment::SegmentKey};
use model::{AccountId, ImportId, Month};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CacheKey {
    /// One column of one segment.
    Column(SegmentKey, Column),
    /// The customers' attributes of a month, from that month's import of the customers.
    /// With a hash of the overrides that they were made with.
    Attributes(AccountId, Month, ImportId, u64),
}

/// An entry.
#[derive(Clone, Debug)]
pub(crate) enum Cached {
    Runs(Arc<Runs>),
    Ids(Arc<Ids>),
    Values(Arc<Values>),
    Attributes(Arc<Attributes>),
}

impl Cached {
    fn bytes(&self) -> usize {
        /// The map's slot, the allocation's header and rounding.
        const OVERHEAD: usize = 256;
        OVERHEAD
            + match self {
                Self::Runs(runs) => size_of_val(&*runs.customers) + size_of_val(&*runs.starts),
                Self::Ids(ids) => ids.bytes(),
                Self::Values(values) => values.bytes(),
                Self::Attributes(attributes) => attributes.bytes(),
            }
    }
}

/// How many scans may pass without a touch before an entry makes room for others.
const IDLE_SCANS: u64 = 128;

/// Keeps what fits. When it is full, newcomers replace only what no recent scan has touched; otherwise they
/// are used and dropped. A scan larger than the cache thus keeps hitting what is there, where
/// least-recently-used order would throw out every column just before its turn.
#[derive(Debug)]
pub(crate) struct Cache {
    limit: usize,
    scans: AtomicU64,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    bytes: usize,
    entries: HashMap<CacheKey, Entry>,
}

#[derive(Debug)]
struct Entry {
    value: Cached,
    bytes: usize,
    touched: u64,
}

impl Cache {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, scans: AtomicU64::new(0), kept: Mutex::default() }
    }

    /// Says that a scan begins: the clock by which entries become idle.
    pub(crate) fn begin_scan(&self) {
        self.scans.fetch_add(1, Ordering::Relaxed);
    }

    /// Bytes of the decoded columns kept now.
    pub(crate) fn bytes(&self) -> usize {
        self.kept().bytes
    }

    pub(crate) fn get(&self, key: &CacheKey) -> Option<Cached> {
        let now = self.scans.load(Ordering::Relaxed);
        let mut kept = self.kept();
        let entry = kept.entries.get_mut(key)?;
        entry.touched = now;
        Some(entry.value.clone())
    }

    /// Keeps `value` if there is room or something idle; says whether it did.
    pub(crate) fn offer(&self, key: CacheKey, value: Cached) -> bool {
        let (now, bytes) = (self.scans.load(Ordering::Relaxed), value.bytes());
        let mut kept = self.kept();
        if kept.entries.contains_key(&key) {
            return true;
        }
        if bytes > self.limit || !kept.make_room(self.limit - bytes, now) {
            return false;
        }
        kept.bytes += bytes;
        kept.entries.insert(key, Entry { value, bytes, touched: now });
        true
    }

    /// A panic elsewhere leaves the map whole: every change is one statement after the sums are known.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Drops idle entries, longest idle first, until at most `most` bytes are kept.
    fn make_room(&mut self, most: usize, now: u64) -> bool {
        if self.bytes <= most {
            return true;
        }
        let mut idle: Vec<(u64, CacheKey)> =
            self.entries.iter().filter(|(_, e)| e.touched + IDLE_SCANS < now).map(|(k, e)| (e.touched, *k)).collect();
        idle.sort_unstable_by_key(|(touched, _)| *touched);
        for (_, key) in idle {
            if let Some(entry) = self.entries.remove(&key) {
                self.bytes -= entry.bytes;
            }
            if self.bytes <= most {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Cache, CacheKey, Cached, IDLE_SCANS};
    use crate::fact::Values;
    use model::{AccountId, ImportId, Month};
    use std::sync::Arc;
    use uuid::Uuid;

    fn key(n: u128) -> CacheKey {
        let month = Month::new(2026, 1).unwrap();
        CacheKey::Attributes(AccountId(Uuid::nil()), month, ImportId(Uuid::from_u128(n)), 0)
    }

    fn kilobytes(n: usize) -> Cached {
        Cached::Values(Arc::new(Values::I8(vec![0; n * 1024 - 256].into())))
    }

    #[test]
    fn what_does_not_fit_is_not_swapped_in() {
        let cache = Cache::new(10 * 1024);
        for round in 0..3 {
            cache.begin_scan();
            for n in 0..20 {
                assert_eq!(cache.offer(key(n), kilobytes(1)), n < 10, "round {round}, entry {n}");
                assert!(cache.bytes() <= 10 * 1024);
            }
            assert!((0..10).all(|n| cache.get(&key(n)).is_some()));
        }
        assert!(!cache.offer(key(99), kilobytes(11)));
    }

    #[test]
    fn what_nobody_asks_for_makes_room() {
        let cache = Cache::new(3 * 1024);
        for n in 0..3 {
            assert!(cache.offer(key(n), kilobytes(1)));
        }
        for _ in 0..=IDLE_SCANS {
            cache.begin_scan();
            assert!(cache.get(&key(1)).is_some());
        }
        assert!(cache.offer(key(3), kilobytes(2)));
        assert!(cache.get(&key(0)).is_none() && cache.get(&key(2)).is_none());
        assert!(cache.get(&key(1)).is_some() && cache.get(&key(3)).is_some());
        assert_eq!(cache.bytes(), 3 * 1024);
    }
}
