//! Facts: the vendor's monthly rows, kept as immutable column blocks.

mod answers;
mod attributes;
mod cache;
mod codec;
mod columns;
mod error;
mod list;
mod load;
mod measure;
mod overrides;
mod part;
mod read;
mod schema;
mod segment;
mod snapshot;
mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use attributes::Attributes;
pub use columns::{Columns, PART_ROWS};
pub use error::FactError;
pub use measure::Measure;
pub(crate) use overrides::Overrides;
pub(crate) use part::{Column, Ids, Part, Runs, Values, each_width, wide, wide_id};
pub use read::get_month;
pub use schema::{Dim, RISKS, STATES, Schema, schema};
pub(crate) use segment::Segment;
pub use segment::Totals;
pub(crate) use snapshot::Snapshot;
pub use store::{Answer, FactStore};
pub use write::put_month;
