//! The customers' activity log: who of the partner did what to which customer, when. Kept for ever, row by row.

mod choices;
mod count;
mod details;
mod export;
mod last_day;
mod list;
mod pairs;
mod put;
mod search;
mod span;
#[cfg(test)]
mod tests;

pub(crate) use choices::Choices;
pub use count::{Counts, Days, count};
pub use export::{Export, export};
pub(crate) use last_day::last_day;
pub use list::list;
pub(crate) use put::put;
pub(crate) use span::span;

use serde::{Deserialize, Serialize};

/// A record as a file tells it, and as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Its place in the order of time; given when it is put in.
    pub(crate) id: i64,
    /// When, in seconds.
    pub(crate) at: i64,
    /// The fraction of the second, in tenths of microseconds as the vendor counts.
    pub(crate) ticks: i64,
    /// When, as the vendor wrote it.
    pub(crate) at_text: String,
    /// What the API calls it; nothing where the vendor's page tells of it.
    pub(crate) key: Option<String>,
    /// A hash of what the page and the API have in common.
    pub(crate) twin_of: i64,
    /// Which of its file it is with this hash, beginning at 1.
    pub(crate) nth: i64,
    /// The customer's tenant.
    pub(crate) tenant: String,
    /// The customer's name.
    pub(crate) customer: String,
    pub(crate) operation: String,
    pub(crate) operation_group: String,
    pub(crate) status: String,
    /// The user, or the application where none is named.
    pub(crate) actor: String,
    pub(crate) application: String,
    pub(crate) resource: String,
    pub(crate) old_value: String,
    pub(crate) new_value: String,
    /// What the page says of it.
    pub(crate) information: String,
    /// JSON object of everything else.
    pub(crate) more: String,
}

/// How far the seconds stand above what tells the records of one second apart.
const SECOND: u32 = 30;

/// The first id that a record of this second, or of a later one, can have.
const fn first_id(second: i64) -> i64 {
    second.saturating_mul(1 << SECOND)
}
