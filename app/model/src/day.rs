//! Days that people choose.

use crate::Invalid;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// The second in which a day is over in UTC, for a day written as `2026-11-30`: what ends "after" that day ends then.
///
/// # Errors
/// [`Invalid::EndDate`] when that is no day.
pub fn end_of_day(day: &str) -> Result<Timestamp, Invalid> {
    let day: Date = day.trim().parse().map_err(|_| Invalid::EndDate)?;
    let next = day.checked_add(1.day()).map_err(|_| Invalid::EndDate)?;
    TimeZone::UTC.to_timestamp(next.into()).map_err(|_| Invalid::EndDate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_when_the_next_begins() {
        assert_eq!(end_of_day("2026-11-30").unwrap().to_string(), "2026-12-01T00:00:00Z");
        assert_eq!(end_of_day("2026-02-30"), Err(Invalid::EndDate));
        assert_eq!(end_of_day("soon"), Err(Invalid::EndDate));
    }
}
