//! Identifiers. Each kind has its own type, so that one cannot stand in for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id! {
    /// A partner account: one reseller's tenant in Seatscope.
    AccountId,
    /// A person who can sign in.
    PersonId,
    /// A signed-in browser.
    SessionId,
    /// One file given to the program.
    ImportId,
    /// A file of rows made in the background, or a plan for such files.
    FileId,
    /// A token for programs.
    TokenId,
    /// A request for a role.
    RequestId,
    /// An access review.
    ReviewId,
    /// A view of a page that a person keeps.
    ViewId,
}
