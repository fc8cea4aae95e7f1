//! The customers' activity log, from the vendor's page (a table) and from its API (JSON). Its records are rows, not facts: they
//! wait in a temporary file until they are added to the log.

mod json;
mod record;
mod spool;
mod table;
mod time;

pub(super) use json::{is_record, read as read_json};
pub use spool::Spool;
pub(super) use table::Table;
