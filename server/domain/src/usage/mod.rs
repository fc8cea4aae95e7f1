//! Usage of a month, as the usage datasets give it.

mod report;
mod teams;
#[cfg(test)]
mod tests;

pub use report::{SeatUsage, UnitUsage, UsageReport, WorkloadUsage, report};
pub use teams::{AppUsage, MeetingUsage, PeopleUsage, TeamsUsage};
