//! The record of who did what, as its page shows it.

use crate::PersonId;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What the page is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditFilter {
    /// The first day, in UTC.
    pub from: Option<Date>,
    /// The last day, in UTC.
    pub to: Option<Date>,
    /// The key of an action; all when empty.
    pub action: String,
    /// Somebody who did it, or whom it was done to.
    pub person: Option<PersonId>,
    /// Part of the name of whom or what it was done to, in any case.
    pub search: String,
    /// Only rows before this one.
    pub before: Option<i64>,
}

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its number in the account.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who did what to whom, as a sentence in the visitor's language.
    pub told: String,
    /// Why, in the words of who did it.
    pub reason: String,
    /// The network address it came from, where known.
    pub ip: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// Its lines, newest first.
    pub lines: Vec<AuditLine>,
    /// Where the next page begins, if there is one.
    pub older: Option<i64>,
    /// The actions that can be chosen, with their names in the visitor's language.
    pub actions: Vec<(String, String)>,
    /// The people that can be chosen.
    pub people: Vec<(PersonId, String)>,
    /// When the trail was last verified, and what it turned out to be.
    pub checked: Option<(Timestamp, Verdict)>,
}

/// What a chain turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The number of the last row that was reached and found right.
    pub seq: i64,
    /// Its hash, hexadecimal: two auditors who hold the same one have seen the same trail.
    pub hash: String,
    /// What is wrong.
    pub fault: Option<Fault>,
}

/// What is wrong with a chain, and with which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "seq", rename_all = "snake_case")]
pub enum Fault {
    /// This row, or the order of rows, is not what was written.
    Changed(i64),
    /// This row is missing, and later ones are there.
    Missing(i64),
    /// This row and all after it are missing.
    CutShort(i64),
    /// This row was added by something else than the program.
    Added(i64),
    /// The chain fits in itself, but not to its head, or to what was written down outside of the database when this row was
    /// the newest.
    Rewritten(i64),
    /// The chain fits, but its newest row, this one, was not sealed by this installation.
    Unsealed(i64),
}
