//! The one engine behind everything on screen: a plain-data query over decoded columns.

mod add;
mod adders;
mod blocks;
mod distinct;
mod filter;
mod groups;
mod kernel;
mod plan;
mod query;
mod run;
mod table;
mod tables;
#[cfg(test)]
mod tests;

pub(crate) use filter::last_day;
pub(crate) use plan::Plan;
pub use query::{Filter, Group, Query, Top};
pub(crate) use run::{Found, Source, run};
pub use table::Table;
