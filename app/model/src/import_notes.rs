//! What an import reports, in codes that the interface translates.

use crate::{Dataset, ImportId, Month};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something worth knowing about an import, or why it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ImportNote {
    /// The file has no bytes.
    Empty,
    /// The file is not a text table; what it looks like, such as `JPEG image`.
    NotText {
        /// What it looks like.
        looks_like: String,
    },
    /// No dataset has this header.
    Unknown {
        /// The header's first columns.
        columns: Vec<String>,
    },
    /// The file is of a dataset that no page shows: it is kept as it came.
    Kept,
    /// The dataset is known but the version that read the file did not take it in yet.
    NotYet {
        /// Which.
        dataset: Dataset,
    },
    /// An answer that was asked for in groups: counts instead of rows.
    Grouped,
    /// A required column is missing.
    MissingColumn {
        /// The dataset it was recognised as.
        dataset: Dataset,
        /// The vendor's name of the missing column.
        column: String,
        /// The columns found.
        found: Vec<String>,
    },
    /// The file belongs to another partner.
    OtherPartner {
        /// The id in the file.
        found: String,
        /// This account's id.
        expected: String,
    },
    /// More bad rows than allowed.
    TooManyBad {
        /// How many were bad.
        bad: u64,
        /// Of how many.
        of: u64,
        /// The limit in percent.
        limit_percent: u32,
    },
    /// A line, a field or the number of columns is beyond what a real file has.
    TooLarge {
        /// The line.
        line: u64,
        /// Which limit, for instance `a record of more than 1 MiB`.
        limit: String,
    },
    /// The compressed file ends too early or is damaged.
    Damaged {
        /// What the reader said.
        detail: String,
    },
    /// The compressed file expands beyond the limit.
    Expands,
    /// The disk or the quota is full.
    NoSpace,
    /// Header only: the period is empty, which is not an error.
    NoRows,
    /// Columns that the product does not know; kept with the file and listed.
    UnknownColumns {
        /// Their names.
        columns: Vec<String>,
    },
    /// Location ids that Profile does not list.
    UnknownLocations {
        /// The ids.
        ids: Vec<String>,
    },
    /// The file carries no duplicate flags; attribution duplicates were left out by priority.
    EstimatedDuplicates,
    /// The dates could be read day first or month first.
    DateOrder {
        /// Whether the day was taken as first.
        day_first: bool,
    },
    /// Earlier snapshots of a month that a later one in the same file replaces.
    Superseded {
        /// How many rows.
        rows: u64,
    },
    /// The same file was imported before.
    Repeated {
        /// When.
        at: Timestamp,
        /// Whether another file has replaced any of its months since.
        #[serde(default)]
        replaced: bool,
    },
    /// Records of a log to which rows are only added.
    Records {
        /// How many were not there.
        new: u64,
        /// How many were there already.
        known: u64,
    },
    /// One page of an answer of several.
    Page {
        /// Rows in it.
        rows: u64,
        /// Rows of all pages; 0 when the answer does not say.
        of: u64,
        /// The month of its first row, where rows name one.
        month: Option<Month>,
    },
    /// A page whose rows came in together with those of the last page that was missing.
    Joined {
        /// The import of that page.
        import: ImportId,
        /// Its file.
        file: String,
    },
    /// Mended rows of an earlier import, which were added to its months.
    Mends {
        /// The earlier import's file.
        file: String,
    },
    /// Mended rows that there is nothing to add to.
    NothingToMend {
        /// Why not.
        why: NoMend,
    },
    /// Something broke; the log has the details.
    Failed,
}

/// Why mended rows were not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NoMend {
    /// The account has no such import of this dataset.
    Unknown,
    /// Nothing of that import is in: it was refused, cancelled or undone.
    NotIn,
    /// A month that the rows belong to comes from another file.
    Replaced {
        /// The month.
        month: Month,
    },
    /// More rows than that import's rejected ones that have not been mended yet.
    TooMany {
        /// Rows in the file.
        rows: u64,
        /// Rejected rows left.
        left: u64,
    },
    /// Licence rows of several dates in one month, of which only the newest count: one row alone cannot tell.
    Snapshots,
    /// The dates were read in another order than those of that import.
    Dates,
}

/// Why one row went to quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Its line in the file, the header being line 1.
    pub line: u64,
    /// The vendor's name of the column.
    pub column: String,
    /// What stands there (cut to 200 characters).
    pub value: String,
    /// What is wrong with it.
    pub reason: BadCell,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadCell {
    /// Nothing in a column that needs a value.
    Empty,
    /// Not a whole number.
    NotANumber,
    /// A number too large to be true.
    TooLarge,
    /// Not a date.
    NotADate,
    /// Not a GUID.
    NotAGuid,
    /// Not an amount.
    NotAnAmount,
    /// Neither yes nor no.
    NotAFlag,
    /// Not valid text in the file's encoding.
    NotText,
    /// The row has more or fewer cells than the header.
    WrongCells,
}

impl BadCell {
    /// The reason in English, as it stands in the quarantine file.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Empty => "empty, but a value is needed",
            Self::NotANumber => "not a whole number",
            Self::TooLarge => "too large to be true",
            Self::NotADate => "not a date",
            Self::NotAGuid => "not a GUID",
            Self::NotAnAmount => "not an amount",
            Self::NotAFlag => "neither yes nor no (1/0, true/false, Y/N)",
            Self::NotText => "not valid text in this file's encoding",
            Self::WrongCells => "more or fewer cells than the header",
        }
    }
}
