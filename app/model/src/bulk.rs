//! Changing the roles of many people at once.

use crate::{PersonId, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is asked for several people at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkUpdate {
    /// Whose role.
    pub people: Vec<PersonId>,
    /// Which.
    pub role: Role,
    /// Given, or taken.
    pub give: bool,
    /// From when on it counts for nothing, when given; nothing: it stays.
    pub until: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// What it comes to for one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkRow {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What comes of it.
    pub outcome: BulkOutcome,
}

/// What comes of a change for one of several people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkOutcome {
    /// The role is given or taken.
    Changed,
    /// It was so already.
    Unchanged,
    /// A guest may not hold it.
    Guest,
    /// Nobody changes the end date of their own role.
    Own,
}
