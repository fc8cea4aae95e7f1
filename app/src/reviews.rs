//! Access reviews.

mod api;
mod finished;
mod item;
mod keys;
mod list;
mod page;

pub(crate) use page::page;
