//! Imports: from a received file to the account's months, and the record of each.

mod begin;
mod commit;
mod duplicates;
mod finish;
mod history;
mod incoming;
mod kept;
mod mend;
mod pages;
mod remap;
mod run;
#[cfg(test)]
mod tests;
mod undo;

pub use crate::ingest::Progress;
pub(crate) use history::fresh;
pub use history::{freshness, history, one, quarantine};
pub use incoming::{Arriving, Incoming, MOST_BYTES, sweep};
pub use kept::file;
pub use run::{MAX_BAD_PERCENT, Started, run, start};
pub use undo::{cancel, undo};

/// An import that has not moved for this long, in seconds, was interrupted: it writes its progress every half second.
const SILENCE: i64 = 60;
