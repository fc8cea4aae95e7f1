//! Rows of facts under the vendor's names: what downloads, the feed and the programmatic API are made of.

mod ask;
mod bad_query;
mod catalogue;
mod column;
mod download;
mod given;
mod groups;
mod head;
mod json;
mod keys;
mod lines;
mod order;
mod plan;
pub mod query;
mod question;
mod rows;
mod sort;
mod table;
mod taken;
mod test;
mod value;
mod words;

pub use ask::{Ask, Groups, Made, Make, Order, Row, place};
pub use bad_query::BadQuery;
pub use catalogue::{columns, datasets, permission};
pub use column::Column;
pub use download::{Download, Offer, download, offers};
pub use given::Given;
pub use groups::groups;
pub use head::Head;
pub use json::{object, quoted};
pub(crate) use lines::Lines;
pub use question::Question;
pub use rows::{Batch, Cursor, Rows, count, rows};
pub use table::narrowed;
pub use taken::Taken;
pub use test::{By, How, Leaf, Must, Test, Where};
pub use value::{Kind, Value, day};

use column::Holds;

#[cfg(test)]
mod tests;
