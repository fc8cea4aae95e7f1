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

/// The squares of a QR code, for an SVG image: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// How many squares wide and high, the empty border that readers need included.
    pub size: u16,
    /// The dark squares.
    pub path: String,
}

/// What an authenticator app needs to know, shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppSetup {
    /// For typing in: base32 in groups of four.
    pub secret: String,
    /// For a tap on the phone: an `otpauth:` address.
    pub address: String,
    /// The same for its camera.
    pub qr: QrCode,
}

impl std::fmt::Debug for AppSetup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AppSetup(…)")
    }
}
