//! Cells: what they may be, and how they compare with what a question names.

use jiff::civil::{Date, date};
use model::Month;
use std::{borrow::Cow, cmp::Ordering, fmt};

/// What all cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A GUID, in lower case.
    Guid,
    /// A number with this many decimals; 0 for whole numbers.
    Number(u8),
    /// A day.
    Date,
}

/// A cell, or what one is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// Unknown, or nothing there.
    Nothing,
    /// Words, or a GUID in lower case.
    Text(Cow<'a, str>),
    /// `units` of the last of `places` decimals: 1.50 is 150 with 2 places.
    Number {
        /// The digits.
        units: i64,
        /// How many of them are decimals.
        places: u8,
    },
    /// Days since 1970.
    Date(i32),
}

impl Value<'_> {
    /// A whole number.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self::Number { units, places: 0 }
    }

    /// The first day of a month.
    #[must_use]
    pub fn month(month: Month) -> Self {
        month.first_day().parse().map_or(Self::Nothing, |day| Self::Date(days(day)))
    }

    /// The number in a text, as far as 18 digits hold it.
    #[must_use]
    pub fn number(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = decimals.bytes().all(|byte| byte.is_ascii_digit());
        let units = format!("{whole}{decimals}").parse().ok().filter(|_| digits)?;
        Some(Self::Number { units, places: u8::try_from(decimals.len()).ok()? })
    }

    /// The day in a text: `2026-10-05`, with or without a time of midnight after it.
    #[must_use]
    pub fn date(text: &str) -> Option<Self> {
        let (day, time) = text.split_at_checked(10)?;
        let midnight = time
            .strip_prefix('T')
            .is_none_or(|time| time.trim_end_matches('Z').bytes().all(|byte| matches!(byte, b'0' | b':' | b'.')));
        let clean = time.is_empty() || time.starts_with('T');
        Some(Self::Date(days(day.parse().ok().filter(|_| midnight && clean)?)))
    }

    /// The same, borrowing its words.
    #[must_use]
    pub fn borrowed(&self) -> Value<'_> {
        match self {
            Self::Nothing => Value::Nothing,
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Number { units, places } => Value::Number { units: *units, places: *places },
            Self::Date(days) => Value::Date(*days),
        }
    }

    /// The same without what it borrows.
    #[must_use]
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Nothing => Value::Nothing,
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Number { units, places } => Value::Number { units, places },
            Self::Date(days) => Value::Date(days),
        }
    }

    /// Which comes first; nothing when they are of different kinds or one is [`Value::Nothing`].
    #[must_use]
    pub fn compare(&self, other: &Value<'_>) -> Option<Ordering> {
        match (self, other) {
            (Self::Text(a), Value::Text(b)) => Some(a.as_ref().cmp(b.as_ref())),
            (Self::Number { units: a, places: p }, Value::Number { units: b, places: q }) => {
                let scale = |units: i64, by: u8| i128::from(units) * 10_i128.pow(u32::from(by.min(18)));
                Some(scale(*a, q.saturating_sub(*p)).cmp(&scale(*b, p.saturating_sub(*q))))
            }
            (Self::Date(a), Value::Date(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Date(days) => write!(f, "{}", day(*days)),
            Self::Number { units, places: 0 } => write!(f, "{units}"),
            Self::Number { units, places } => {
                let scale = 10_u64.pow(u32::from((*places).min(18)));
                let (sign, size) = (if *units < 0 { "-" } else { "" }, units.unsigned_abs());
                write!(f, "{sign}{}.{:0width$}", size / scale, size % scale, width = usize::from(*places))
            }
        }
    }
}

/// The day so many days after the first of 1970.
#[must_use]
pub fn day(days: i32) -> Date {
    date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

/// Days since 1970.
fn days(day: Date) -> i32 {
    day.since((jiff::Unit::Day, date(1970, 1, 1))).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_and_compared_by_value() {
        let half = Value::number("-0.5").unwrap();
        assert_eq!(half.to_string(), "-0.5");
        assert_eq!(half.compare(&Value::Number { units: -50, places: 2 }), Some(Ordering::Equal));
        assert_eq!(Value::whole(3).compare(&Value::number("2.999999999").unwrap()), Some(Ordering::Greater));
        assert_eq!(Value::Number { units: 5, places: 2 }.to_string(), "0.05");
        for wrong in ["", "1.2.3", "1e5", "1.-2", "99999999999999999999"] {
            assert_eq!(Value::number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_with_and_without_midnight() {
        let tenth = Value::date("2026-10-05").unwrap();
        assert_eq!(tenth.to_string(), "2026-10-05");
        assert_eq!(Value::date("2026-10-05T00:00:00Z"), Some(tenth));
        for wrong in ["2026-10", "2026-10-05T01:00:00Z", "2026-13-01", "2026-10-05 x", "日2026-10-05"] {
            assert_eq!(Value::date(wrong), None, "{wrong}");
        }
    }
}
