//! Subscriptions of a month: seats, revenue, states, new and churned.

mod report;

pub use report::{SubscriptionReport, report};
