//! The months of a plan, with what all customers share in each of them.

use super::{dice::Dice, first_month};
use jiff::civil::Date;
use model::Month;
use std::io;

/// One month.
pub(super) struct MonthDay {
    /// Its first day as text, `2026-10-01`.
    pub(super) text: String,
    /// Its first day.
    pub(super) first: Date,
    /// Its last day.
    pub(super) last: Date,
    /// By how many thousandths seats tend to change in it.
    pub(super) drift: i64,
}

/// All months, oldest first.
pub(super) struct Calendar {
    pub(super) months: Vec<MonthDay>,
}

impl Calendar {
    /// The `count` months that end with `last`.
    pub(super) fn new(last: Month, count: u32) -> io::Result<Self> {
        let wrong = || io::Error::new(io::ErrorKind::InvalidInput, "the months of a sample lie beyond the calendar");
        let mut months = Vec::new();
        if count > 0 {
            let mut month = first_month(last, count).ok_or_else(wrong)?;
            while month <= last {
                let text = month.first_day();
                let first: Date = text.parse().map_err(|_| wrong())?;
                months.push(MonthDay { text, first, last: first.last_of_month(), drift: drift(month) });
                month = month.plus(1);
            }
        }
        Ok(Self { months })
    }
}

/// Budgets are cut around the new year of the lunar calendar and in August; autumn is strong.
fn drift(month: Month) -> i64 {
    let season = match month.number() {
        2 => -55,
        8 => -45,
        9..=11 => 14,
        _ => 7,
    };
    let number = u64::from(month.number()) + 12 * u64::from(month.year().unsigned_abs());
    season + Dice::new(0, number).between(-5, 5)
}
