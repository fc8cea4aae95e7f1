//! Imports: what came in, from where, with what result.

use crate::{Dataset, ImportId, ImportNote, Month};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How an import ended, or that it has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Being read.
    Running,
    /// Everything good is in.
    Done,
    /// The same file was imported before; nothing changed.
    Repeated,
    /// Not taken in; nothing changed.
    Refused,
    /// The program was stopped before the end; nothing changed.
    Interrupted,
    /// Cancelled by a person; nothing changed.
    Cancelled,
    /// Was in, and was taken back by a person.
    Undone,
    /// A page of an answer whose other pages are not there yet; nothing changed.
    Waiting,
}

impl ImportState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Running,
        Self::Done,
        Self::Repeated,
        Self::Refused,
        Self::Interrupted,
        Self::Cancelled,
        Self::Undone,
        Self::Waiting,
    ];

    /// What is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Repeated => "repeated",
            Self::Refused => "refused",
            Self::Interrupted => "interrupted",
            Self::Cancelled => "cancelled",
            Self::Undone => "undone",
            Self::Waiting => "waiting",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What an import did to one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthChange {
    /// The month.
    pub month: Month,
    /// Rows before; nothing when the month was not there.
    pub rows_before: Option<u64>,
    /// Rows now.
    pub rows: u64,
    /// The dataset's totals, named as in the data: before (if any) and now.
    pub totals: Vec<(String, Option<i64>, i64)>,
}

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Which.
    pub id: ImportId,
    /// The file's name as given.
    pub file: String,
    /// What it was recognised as.
    pub dataset: Option<Dataset>,
    /// How it ended.
    pub state: ImportState,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes read so far, of the file as stored.
    pub bytes_read: u64,
    /// Good rows.
    pub rows: u64,
    /// Rows in quarantine.
    pub bad_rows: u64,
    /// The months that changed.
    pub months: Vec<MonthChange>,
    /// Why it was refused, or what is worth knowing; the interface translates.
    pub notes: Vec<ImportNote>,
    /// Who gave the file; nothing for the command line.
    pub by: Option<String>,
    /// Whether it can be taken back: it has months, and all of them are still as it left them.
    pub can_undo: bool,
}

/// How fresh a dataset is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freshness {
    /// Which dataset.
    pub dataset: Dataset,
    /// The newest month with rows.
    pub newest: Option<Month>,
    /// The oldest.
    pub oldest: Option<Month>,
    /// When the newest import of it ended.
    pub imported: Option<Timestamp>,
    /// Rows in all current months.
    pub rows: u64,
}
