//! Asking for a role, and the answer.

use crate::{PersonId, RequestId, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What has become of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// It waits for an MPN partner admin.
    Open,
    /// The role was given.
    Approved,
    /// The role was not given.
    Denied,
    /// Who asked took it back.
    Withdrawn,
    /// Who asked was disabled or removed before anybody decided.
    Lapsed,
}

impl RequestState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Open, Self::Approved, Self::Denied, Self::Withdrawn, Self::Lapsed];

    /// The key: what is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A request for a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRequest {
    /// Names it.
    pub id: RequestId,
    /// Who asks.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// For what.
    pub role: Role,
    /// Why, in the asker's words; may be empty.
    pub note: String,
    /// When.
    pub asked_at: Timestamp,
    /// What has become of it.
    pub state: RequestState,
    /// When that was; nothing while it is open.
    pub decided_at: Option<Timestamp>,
    /// Who decided, where somebody did.
    pub decided_by: Option<String>,
    /// Why, in the words of who decided; may be empty.
    pub reason: String,
}

/// What is answered to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The role is given, or not.
    pub approve: bool,
    /// Why, in the words of who decides.
    pub reason: String,
    /// The second from which on the role counts for nothing again; nothing when it has no end.
    pub until: Option<Timestamp>,
}
