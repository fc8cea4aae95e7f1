//! Percentages over sums, and the bands they fall into.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A percentage with two decimals, computed from integers. Above 100 is legal: one licence used by two people, say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// `100 × numerator / denominator`, half up at the second decimal; no value when the denominator is not positive.
    #[must_use]
    pub const fn of(numerator: i64, denominator: i64) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let twice = numerator as i128 * 20_000 + denominator as i128;
        #[expect(clippy::cast_possible_truncation, reason = "counts of seats stay far below 2^63 / 10,000")]
        Some(Self(twice.div_euclid(denominator as i128 * 2) as i64))
    }

    /// Hundredths of a percent: 26.16 % is 2616.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// From hundredths of a percent.
    #[must_use]
    pub const fn from_hundredths(n: i64) -> Self {
        Self(n)
    }

    /// The number for drawing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "only for the position of a mark on a chart")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The band it lies in.
    #[must_use]
    pub const fn band(self) -> Band {
        match self.0 {
            i64::MIN..=1_999 => Band::To20,
            2_000..=3_999 => Band::To40,
            4_000..=5_999 => Band::To60,
            6_000..=7_999 => Band::To80,
            8_000..=10_000 => Band::To100,
            _ => Band::Over100,
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(self.as_f64())
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[expect(clippy::cast_possible_truncation, reason = "the reverse of as_f64, within its range")]
        f64::deserialize(d).map(|n| Self((n * 100.0).round() as i64))
    }
}

/// A band of customers by percentage. The lower bound belongs to the band, and 100.00 to `80-100`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Band {
    /// Below 20 %.
    #[serde(rename = "0-20")]
    To20,
    /// 20 to below 40 %.
    #[serde(rename = "20-40")]
    To40,
    /// 40 to below 60 %.
    #[serde(rename = "40-60")]
    To60,
    /// 60 to below 80 %.
    #[serde(rename = "60-80")]
    To80,
    /// 80 to 100 %.
    #[serde(rename = "80-100")]
    To100,
    /// More than 100 %.
    #[serde(rename = ">100")]
    Over100,
}

impl Band {
    /// All bands, lowest first.
    pub const ALL: [Self; 6] = [Self::To20, Self::To40, Self::To60, Self::To80, Self::To100, Self::Over100];

    /// The key as it stands in addresses and exports.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::To20 => "0-20",
            Self::To40 => "20-40",
            Self::To60 => "40-60",
            Self::To80 => "60-80",
            Self::To100 => "80-100",
            Self::Over100 => ">100",
        }
    }

    /// The band of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_examples_of_the_vendor() {
        let of = |a, b| Percent::of(a, b).map(|p| p.to_string());
        assert_eq!(of(5, 206).as_deref(), Some("2.43"));
        assert_eq!(of(124, 474).as_deref(), Some("26.16"));
        assert_eq!(of(7, 5).as_deref(), Some("140.00"));
        assert_eq!(of(0, 0), None);
        assert_eq!(of(0, 9).as_deref(), Some("0.00"));
        assert_eq!(of(1, 800).as_deref(), Some("0.13"), "half goes up");
    }

    #[test]
    fn bands_hold_their_lower_bound_and_exactly_100_is_not_over() {
        let band = |a, b| Percent::of(a, b).unwrap().band().key();
        assert_eq!(band(0, 10), "0-20");
        assert_eq!(band(2, 10), "20-40");
        assert_eq!(band(10, 10), "80-100");
        assert_eq!(band(10_001, 10_000), ">100");
    }
}
