//! Going through who holds what, and keeping or revoking it.

use crate::{PersonId, ReviewId, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What becomes of a role that somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// They keep it.
    Keep,
    /// It is taken when the review is finished.
    Revoke,
}

impl Ruling {
    /// The key: what is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Revoke => "revoke",
        }
    }

    /// The ruling of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Keep, Self::Revoke].into_iter().find(|verdict| verdict.key() == key)
    }
}

/// A role that somebody held when the review was started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewItem {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// When they were last seen before the review; nothing when they never signed in.
    pub last_used: Option<Timestamp>,
    /// What the rule says.
    pub recommendation: Ruling,
    /// What a reviewer says; nothing until then.
    pub decision: Option<Ruling>,
    /// Why, in the reviewer's words; may be empty.
    pub note: String,
    /// When the reviewer said so.
    pub decided_at: Option<Timestamp>,
    /// Who the reviewer was.
    pub decided_by: Option<String>,
    /// Whether they still hold it.
    pub held: bool,
}

/// A review that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Names it.
    pub id: ReviewId,
    /// When it was started.
    pub started_at: Timestamp,
    /// By whom.
    pub started_by: Option<String>,
    /// What is gone through: holders of MPN partner admin first.
    pub items: Vec<ReviewItem>,
}

/// A review that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedReview {
    /// Names it.
    pub id: ReviewId,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// By whom.
    pub finished_by: Option<String>,
    /// How many roles were kept.
    pub kept: u32,
    /// How many roles were revoked.
    pub revoked: u32,
    /// The SHA-256 of its record in hexadecimal, as it stands in the audit trail.
    pub sha256: String,
}

/// An account's reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// The one under way.
    pub open: Option<Review>,
    /// Those done, newest first.
    pub finished: Vec<FinishedReview>,
    /// When the next one is due.
    pub due: Timestamp,
}
