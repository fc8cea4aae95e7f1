//! Pages of figures: overview, subscriptions, Azure, growth, workloads, resellers. One view draws them all.

pub mod api;
mod filters;
mod page;
mod ranking;

pub(crate) use page::{azure, customers, growth, overview, resellers, subscriptions, workloads};
