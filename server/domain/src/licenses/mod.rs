//! Product analytics: how customers use the licences they bought.

mod choices;
mod customers;
mod export;
mod left_out;
mod report;
mod rows;
mod slice;
#[cfg(test)]
mod tests;

pub use choices::choices;
pub use customers::customers;
pub(crate) use customers::matching_sorted;
pub use export::export;
pub use left_out::{leave_out, products};
pub(crate) use report::of_customer;
pub use report::report;
pub use rows::{CustomerLicenses, all_customers};
