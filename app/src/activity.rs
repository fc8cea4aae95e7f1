//! The customers' activity log.

mod api;
mod filters;
mod page;
mod record;

pub(crate) use page::page;
