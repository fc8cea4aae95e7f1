//! Growth: customers by month, by market, and the states of their subscriptions.

mod report;
#[cfg(test)]
mod tests;

pub use report::{CustomerMonth, GrowthReport, report};
