//! Requests for a role.

mod api;
mod card;
mod page;

pub(crate) use page::page;
