//! Subscriptions of a month: seats, revenue, states, new and churned.

mod report;

pub(crate) use report::states;
pub use report::{SubscriptionReport, report};
