//! Sign-in by an identity provider: what groups give, how it fails.

use crate::Role;
use serde::{Deserialize, Serialize};

/// Which roles the provider's groups give in an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupMapping {
    /// Whether they give any.
    pub on: bool,
    /// A group as the provider names it, and a role that its members get.
    pub rules: Vec<(String, Role)>,
}

/// Why nobody was signed in; the interface says it in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderFailure {
    /// It was begun in another browser or too long ago, has ended before, or the answer belongs to another one.
    Lost,
    /// The person, or the provider, said no.
    Declined,
    /// The provider does not answer, or not in its protocol.
    Unreachable,
    /// What the provider said does not hold.
    Untrusted,
    /// The provider does not say that the person proved a moment ago who they are.
    NotFresh,
    /// Nobody here is connected to this identity.
    Unknown,
    /// The identity is another person's.
    OtherPerson,
    /// The person has no account here that is open to them.
    Closed,
    /// The invitation cannot be used (any more), or not in this way.
    Link,
}

impl ProviderFailure {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Lost,
        Self::Declined,
        Self::Unreachable,
        Self::Untrusted,
        Self::NotFresh,
        Self::Unknown,
        Self::OtherPerson,
        Self::Closed,
        Self::Link,
    ];

    /// The key: what stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lost => "provider-lost",
            Self::Declined => "provider-declined",
            Self::Unreachable => "provider-unreachable",
            Self::Untrusted => "provider-untrusted",
            Self::NotFresh => "provider-not-fresh",
            Self::Unknown => "provider-unknown",
            Self::OtherPerson => "provider-other-person",
            Self::Closed => "provider-closed",
            Self::Link => "provider-link",
        }
    }

    /// The failure of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failure| failure.key() == key)
    }
}
