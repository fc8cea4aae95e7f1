//! Resellers by month: how many sell, and for how much.

mod report;
#[cfg(test)]
mod tests;

pub use report::{ResellerMonth, report};
