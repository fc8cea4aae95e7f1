//! How people prove who they are.

use serde::{Deserialize, Serialize};

/// How a session began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInMethod {
    /// A one-time link.
    Link,
    /// A password.
    Password,
    /// A passkey.
    Passkey,
    /// An identity provider.
    Oidc,
}

impl SignInMethod {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Link, Self::Password, Self::Passkey, Self::Oidc];

    /// The key: what is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::Oidc => "oidc",
        }
    }

    /// The method of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.key() == key)
    }
}
