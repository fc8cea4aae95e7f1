//! The vendor programs that a partner account takes part in.

use serde::{Deserialize, Serialize};

/// A program; an account has any number, and what they open adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Program {
    /// The partner network alone: no customers' licences.
    Mpn,
    /// Cloud Solution Provider, direct partner.
    CspDirect,
    /// Cloud Solution Provider, indirect provider: sells through resellers.
    CspIndirectProvider,
    /// Cloud Solution Provider, indirect reseller.
    CspIndirectReseller,
}

impl Program {
    /// All programs.
    pub const ALL: [Self; 4] = [Self::Mpn, Self::CspDirect, Self::CspIndirectProvider, Self::CspIndirectReseller];

    /// The stable key: what is stored, and what the command line takes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mpn => "mpn",
            Self::CspDirect => "csp-direct",
            Self::CspIndirectProvider => "csp-indirect-provider",
            Self::CspIndirectReseller => "csp-indirect-reseller",
        }
    }

    /// The program of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|program| program.key() == key)
    }
}
