//! What people prove who they are with.

use serde::{Deserialize, Serialize};

/// Why a new password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordProblem {
    /// Fewer characters than this.
    TooShort(u16),
    /// More characters than this.
    TooLong(u16),
    /// Little more than one that attackers try first.
    Common,
    /// Little more than the name or address of the person, of the account or of the program.
    AboutYou,
    /// The same few characters again and again, or characters in a row.
    Pattern,
}
