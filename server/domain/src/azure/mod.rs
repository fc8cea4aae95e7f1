//! Azure consumption: by month, service and customer; by day and metered resource; by share of the spending budget.

mod budgets;
mod daily;
mod days;
mod report;
#[cfg(test)]
mod tests;

pub use budgets::budgets;
pub use daily::daily;
pub use days::days;
pub use report::{AzureReport, report};
