//! What changed of late, ranked: on a page, and in a letter each Monday.

mod changes;
mod due;
mod given;
mod letter;
mod rank;
#[cfg(test)]
mod tests;
mod want;
pub mod words;

pub use changes::changes;
pub(crate) use due::write_due;
pub(crate) use letter::for_recipient;
pub use want::{want, wants};

/// How far back it looks for what happened on a day, in seconds.
const WEEK: i64 = 7 * 86_400;
