//! Amounts of money as integers.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in US cents. Every amount of the vendor's monthly datasets is in US dollars and its column says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UsdCents(pub i64);

impl fmt::Display for UsdCents {
    /// The decimal text that reports print: `1234.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

/// Millionths: of units, or of the currency that stands beside them. Amounts in different currencies are never added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Micros(pub i64);

impl fmt::Display for Micros {
    /// The decimal text that reports print, without zeros at its end: `1234.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{}.{:06}", self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::{Micros, UsdCents};

    #[test]
    fn millionths_end_where_they_say_nothing_more() {
        for (micros, text) in [(0, "0"), (1_500_000, "1.5"), (-40, "-0.00004"), (20_000_000, "20")] {
            assert_eq!(Micros(micros).to_string(), text);
        }
    }

    #[test]
    fn small_and_negative_amounts_keep_their_zeros() {
        assert_eq!(UsdCents(5).to_string(), "0.05");
        assert_eq!(UsdCents(-105).to_string(), "-1.05");
    }
}
