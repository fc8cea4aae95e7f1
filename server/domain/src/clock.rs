//! Time, passed in, so that tests can turn the clock.

use jiff::Timestamp;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// A day, in seconds.
pub(crate) const DAY: i64 = 86_400;

/// Where the time comes from. Whole seconds, UTC.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands at `at` until it is moved. Clones move together.
    #[must_use]
    pub fn fixed(at: Timestamp) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.as_second()))))
    }

    /// Moves a fixed clock on; the machine's clock cannot be moved.
    pub fn advance(&self, seconds: i64) {
        if let Some(at) = &self.0 {
            at.fetch_add(seconds, Ordering::Relaxed);
        }
    }

    /// Now, in whole seconds since 1970: what is stored.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        match &self.0 {
            Some(at) => at.load(Ordering::Relaxed),
            None => Timestamp::now().as_second(),
        }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        moment(self.seconds())
    }
}

/// A stored time as an instant.
#[must_use]
pub fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
