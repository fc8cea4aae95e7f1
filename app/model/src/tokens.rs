//! API tokens.

use crate::{Permission, TokenId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a token is for. It opens these of its maker's rights, and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenScope {
    /// Read the Power BI feed, and what it is made of.
    Feed,
    /// Read analytics, and take them out as files.
    Api,
    /// Give data in.
    Import,
}

impl TokenScope {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Feed, Self::Api, Self::Import];

    /// The key: what is stored, and what the command line takes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Api => "api",
            Self::Import => "import",
        }
    }

    /// The scope of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }

    /// Whether a token of this scope may use a right of its maker.
    #[must_use]
    pub const fn opens(self, permission: Permission) -> bool {
        use Permission::{Export, Import, ReadFeed, SeePeople, ViewActivity, ViewGrowth, ViewLicenses, ViewResellers};
        match self {
            Self::Feed => matches!(permission, ReadFeed | ViewLicenses | ViewGrowth | ViewResellers),
            Self::Api => {
                matches!(permission, ViewLicenses | ViewActivity | ViewGrowth | ViewResellers | Export | SeePeople)
            }
            Self::Import => matches!(permission, Import),
        }
    }
}

/// Whether a token works, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenState {
    /// It works, as far as its maker's rights go.
    Live,
    /// Its end has passed.
    Expired,
    /// Somebody revoked it, or it was seen where it does not belong.
    Revoked,
    /// Nobody used it for 90 days.
    Unused,
}

/// One line of the list of tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    /// Its id: also the user name where a program asks for one.
    pub id: TokenId,
    /// What its maker calls it.
    pub name: String,
    /// Who made it, and in whose name it acts.
    pub by: String,
    /// Whether that is who asks.
    pub own: bool,
    /// Its last four characters.
    pub ending: String,
    /// What it is for.
    pub scopes: Vec<TokenScope>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// The network address it was last used from.
    pub last_ip: String,
    /// Whether it works.
    pub state: TokenState,
}

/// A token just made, on its way to the page that shows it once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeToken {
    /// Its id.
    pub id: TokenId,
    /// The token.
    pub token: String,
}

impl fmt::Debug for MadeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MadeToken({})", self.id)
    }
}
