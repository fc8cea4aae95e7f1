//! What a person should know of what happened while they looked elsewhere.

use crate::{Action, PersonId, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What there is to know. Names are those of the moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum News {
    /// A colleague was given a role; told to the other MPN partner admins.
    RoleGiven {
        /// To whom.
        person: PersonId,
        /// Their name.
        name: String,
        /// The role.
        role: Role,
        /// By whom; nothing when nobody of the account did it.
        by: Option<String>,
    },
    /// A role was taken from a colleague; told to the other MPN partner admins.
    RoleTaken {
        /// From whom.
        person: PersonId,
        /// Their name.
        name: String,
        /// The role.
        role: Role,
        /// By whom; nothing when nobody of the account did it.
        by: Option<String>,
    },
    /// A colleague asks for a role; told to the MPN partner admins.
    RequestMade {
        /// Who asks.
        person: PersonId,
        /// Their name.
        name: String,
        /// For what.
        role: Role,
    },
    /// A request was decided; told to who asked.
    RequestDecided {
        /// The role asked for.
        role: Role,
        /// Given, or not.
        approved: bool,
        /// By whom.
        by: Option<String>,
        /// Why, in their words.
        reason: String,
    },
    /// A role's end date is near; told to its holder and to the MPN partner admins.
    GrantEnds {
        /// Whose.
        person: PersonId,
        /// Their name.
        name: String,
        /// The role.
        role: Role,
        /// The second from which on it counts for nothing.
        until: Timestamp,
    },
    /// It is time to go through who holds what; told to the MPN partner admins.
    ReviewDue,
    /// A way to sign in was added, changed or removed; told to its person.
    CredentialChanged {
        /// What was done.
        what: Action,
    },
}

impl News {
    /// The key: what is stored beside the rest.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::RoleGiven { .. } => "role_given",
            Self::RoleTaken { .. } => "role_taken",
            Self::RequestMade { .. } => "request_made",
            Self::RequestDecided { .. } => "request_decided",
            Self::GrantEnds { .. } => "grant_ends",
            Self::ReviewDue => "review_due",
            Self::CredentialChanged { .. } => "credential_changed",
        }
    }
}

/// A notice, as its person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// When it happened.
    pub at: Timestamp,
    /// Whether the person has seen it before.
    pub seen: bool,
    /// What happened.
    pub news: News,
}

/// What waits for a person: the numbers beside the bell and the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Notices not seen yet.
    pub notices: u32,
    /// Requests for a role that the person may decide.
    pub requests: u32,
}
