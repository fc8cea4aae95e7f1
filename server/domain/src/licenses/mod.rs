//! Product analytics: how customers use the licences they bought.

mod choices;
mod customers;
mod report;
mod rows;
mod slice;

pub use choices::choices;
pub use customers::{customers, matching_sorted};
pub(crate) use report::of_customer;
pub use report::report;
pub use rows::{CustomerLicenses, all_customers};
