//! Azure by day: metered resources and spending budgets.

pub mod api;
mod page;

pub(crate) use page::page;
