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

#[cfg(test)]
mod tests {
    use super::UsdCents;

    #[test]
    fn small_and_negative_amounts_keep_their_zeros() {
        assert_eq!(UsdCents(5).to_string(), "0.05");
        assert_eq!(UsdCents(-105).to_string(), "-1.05");
    }
}
