//! What people prove who they are with.

use jiff::Timestamp;
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

/// Why a proof of who somebody is was not taken. The same for people who exist and people who do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The e-mail address or the password is wrong, or the person may not sign in.
    Password,
    /// The code of an authenticator app or the recovery code is wrong, too old or used.
    Code,
    /// The passkey is not known, or what it said does not hold.
    Passkey,
    /// Too many failures: the next try counts after this many seconds.
    Wait(u32),
    /// So many failures that only a link helps, from an MPN partner admin or the host.
    Stopped,
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

/// What a person can prove who they are with: My account's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// When the password was set, if there is one.
    pub password: Option<Timestamp>,
    /// Since when there is an authenticator app, if there is one.
    pub app: Option<Timestamp>,
    /// The passkeys, the oldest first.
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
    /// The identities at identity providers, the oldest first.
    pub identities: Vec<Identity>,
}

impl Held {
    /// Whether there is a second factor.
    #[must_use]
    pub const fn second_factor(&self) -> bool {
        self.app.is_some() || !self.passkeys.is_empty()
    }
}

/// One passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// What it is removed by.
    pub id: String,
    /// What its person calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

/// One identity at an identity provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The provider's address.
    pub issuer: String,
    /// Since when it is connected.
    pub linked_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}
