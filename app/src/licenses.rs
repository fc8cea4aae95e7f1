//! Product analytics.

pub(crate) mod api;
mod figures;
mod filters;
mod page;
mod table;
mod view;

pub(crate) use figures::Figures;
pub(crate) use page::page;
