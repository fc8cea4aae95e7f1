//! Access reviews: who holds what, since when unused, kept or revoked; with a record that can be shown to an auditor.

mod due;
mod finish;
mod items;
mod list;
mod mark;
mod record;
mod start;
#[cfg(test)]
mod tests;

pub use due::{REVIEW_DAYS, remind_due};
pub use finish::finish;
pub use list::list;
pub use mark::{Mark, mark};
pub use record::{Record, record, record_csv};
pub use start::{UNUSED_DAYS, start};
