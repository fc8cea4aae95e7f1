//! Work for later, done at least once: kept in the database, so that it survives restarts, and taken by whichever server is
//! free.

mod done;
mod kind;
mod put;
mod run;
mod take;
#[cfg(test)]
mod tests;
mod trouble;

pub use kind::Kind;
pub(crate) use put::put;
pub use run::{prepare, run_due, work};
pub use trouble::{Trouble, trouble};

/// After this many failures a job is left lying, for somebody to look at.
const MOST_ATTEMPTS: i64 = 12;

/// How long a server may take over a job, in seconds; after that another takes it again, for the first one may be dead.
const LOCK: i64 = 15 * 60;
