//! One customer.

mod api;
mod page;

pub(crate) use page::page;
