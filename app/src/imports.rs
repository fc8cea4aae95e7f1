//! The Data page: files in, results, history, freshness.

pub(crate) mod api;
mod fresh;
mod history;
mod page;
mod result;
mod upload;

pub(crate) use fresh::FreshTable;
pub(crate) use page::page;
