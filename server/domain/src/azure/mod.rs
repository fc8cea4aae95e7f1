//! Azure consumption: by month, service and customer.

mod report;
#[cfg(test)]
mod tests;

pub use report::{AzureReport, report};
