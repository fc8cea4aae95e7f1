//! The record of who did what.

mod api;
mod page;
mod state;

pub(crate) use page::page;
