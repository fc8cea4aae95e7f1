//! Sample files: what the vendor's downloads look like, of any size, from invented companies.
//!
//! The same plan always writes the same bytes. Customers are made one after the other, each from the seed and its own
//! number, and written with all their months before the next one: memory does not grow with the size of the files.

mod azure;
mod calendar;
mod catalog;
mod company;
mod customer;
mod daily;
mod dice;
mod files;
mod log;
mod plan;
mod rows;
mod small;
mod subscription;
mod text;
mod usage;

#[cfg(test)]
mod tests;

pub use plan::{SampleAccount, SampleFile, SampleLocation, SamplePlan};

use calendar::Calendar;
use customer::Customer;
use files::Files;
use model::Month;
use std::{io, path::Path};

/// Near the end, how many customers are looked at for one whose rows still fit.
const TRIES_AT_THE_END: u32 = 400;

/// Writes the files into `dir` (created when missing, files of these names are replaced) and returns them in the order
/// in which they are best imported: what others refer to comes first.
///
/// # Errors
/// A file cannot be written, or the plan makes no sense: an account without a location, months beyond the calendar.
pub fn write(dir: &Path, plan: &SamplePlan) -> io::Result<Vec<SampleFile>> {
    if plan.account.locations.is_empty() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the account of a sample needs a location"));
    }
    let calendar = Calendar::new(plan.last, plan.months)?;
    let mut files = Files::create(dir, plan)?;
    let close_enough = (plan.license_rows / 100).min(500);
    let (mut written, mut tries) = (0, 0);
    for number in 0.. {
        let missing = plan.license_rows.saturating_sub(written);
        if calendar.months.is_empty() || missing <= close_enough || tries >= TRIES_AT_THE_END {
            break;
        }
        let customer = Customer::new(plan, &calendar, number);
        let rows = customer.license_rows();
        if rows > missing && written > 0 {
            tries += 1;
            continue;
        }
        files.add(&customer, &plan.account, &calendar)?;
        written += rows;
    }
    files.finish()
}

/// The month in which a plan of `months` months begins; none when that is more than a century back.
fn first_month(last: Month, months: u32) -> Option<Month> {
    let back = i32::try_from(months).ok()?.checked_sub(1)?;
    (back < 1200).then(|| last.plus(-back))
}
