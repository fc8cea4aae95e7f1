//! Usage of a month, as the usage datasets give it.

mod report;
#[cfg(test)]
mod tests;

pub use report::{SeatUsage, UsageReport, WorkloadUsage, report};
