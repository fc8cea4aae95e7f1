//! Facts: the vendor's monthly rows, kept as immutable column blocks.

mod schema;

pub use schema::{Dim, Measure, STATES, Schema, schema};
