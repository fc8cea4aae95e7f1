//! Calendar months, the unit in which the vendor publishes.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A calendar month. Written `2026-10`; kept in the database as its first day, `2026-10-01`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// Why a text is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month; write it as 2026-10")]
pub struct NotAMonth;

impl Month {
    /// The month `month` (1 to 12) of `year` (1900 to 9999).
    ///
    /// # Errors
    /// [`NotAMonth`] outside those ranges.
    pub fn new(year: i32, month: u32) -> Result<Self, NotAMonth> {
        match (year, i32::try_from(month)) {
            (1900..=9999, Ok(m @ 1..=12)) => Ok(Self(year * 12 + m - 1)),
            _ => Err(NotAMonth),
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    /// The month `n` later (earlier when negative).
    #[must_use]
    pub const fn plus(self, n: i32) -> Self {
        Self(self.0 + n)
    }

    /// How many months this one lies after `other`.
    #[must_use]
    pub const fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The first day as `2026-10-01`, the form in which months are stored.
    #[must_use]
    pub fn first_day(self) -> String {
        format!("{self}-01")
    }

    /// The month that `day` lies in.
    #[must_use]
    pub fn of(day: jiff::civil::Date) -> Self {
        Self(i32::from(day.year()) * 12 + i32::from(day.month()) - 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    /// Reads `2026-10`, and `2026-10-01` as stored.
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let text = text.strip_suffix("-01").filter(|rest| rest.len() == 7).unwrap_or(text);
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(NotAMonth);
        }
        Self::new(year.parse().map_err(|_| NotAMonth)?, month.parse().map_err(|_| NotAMonth)?)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

/// A span of months, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MonthRange {
    /// The first month.
    pub from: Month,
    /// The last month; never before `from`.
    pub to: Month,
}

impl MonthRange {
    /// The span between two months, in whichever order they are given.
    #[must_use]
    pub fn between(a: Month, b: Month) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// Every month of the span, oldest first.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..=self.to.since(self.from)).map(move |n| self.from.plus(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_what_is_stored() {
        let month = Month::new(2026, 1).unwrap();
        assert_eq!(month.to_string(), "2026-01");
        assert_eq!("2026-01".parse(), Ok(month));
        assert_eq!(month.first_day().parse(), Ok(month));
        assert_eq!(month.plus(-1).to_string(), "2025-12");
        for wrong in ["2026", "2026-13", "2026-1", "2026-00", "x", "2026-10-02"] {
            assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
        }
    }

    #[test]
    fn a_range_has_both_ends() {
        let (a, b) = (Month::new(2025, 11).unwrap(), Month::new(2026, 2).unwrap());
        let all: Vec<String> = MonthRange::between(b, a).months().map(|m| m.to_string()).collect();
        assert_eq!(all, ["2025-11", "2025-12", "2026-01", "2026-02"]);
    }
}
