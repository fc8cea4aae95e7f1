//! My account.

mod api;
mod page;
mod preferences;

pub(crate) use page::page;
