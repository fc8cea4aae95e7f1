//! Notices.

mod api;
mod page;

pub(crate) use api::what_waits;
pub(crate) use page::page;
