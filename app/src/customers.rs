//! One customer.

mod api;
mod overrides;
mod page;

pub(crate) use page::page;
