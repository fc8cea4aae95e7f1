//! Files of rows that are made in the background.

use crate::{Dataset, FileId, MonthRange};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

macro_rules! keyed {
    ($(#[$on:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$on])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $variant,
        )*}

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable key: what is stored and stands in addresses.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$variant => $key,)*}
            }

            /// The one of a key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.key() == key)
            }
        }
    };
}

keyed! {
    /// How rows are written.
    FileFormat {
        /// Cells between commas, as text.
        Csv = "csv",
        /// Cells between semicolons, decimals after a comma: what Excel expects where the comma is the decimal sign.
        Semicolons = "semicolons",
        /// Cells between tabs.
        Tsv = "tsv",
        /// An Excel workbook (Office Open XML).
        Xlsx = "xlsx",
        /// A JSON object a line, with empty cells as `null` and numbers as numbers.
        JsonLines = "jsonl",
        /// Apache Parquet: columns with their types, for programs.
        Parquet = "parquet",
    }
}

impl FileFormat {
    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        if matches!(self, Self::Semicolons) { "csv" } else { self.key() }
    }

    /// What its files are called on the web.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Csv | Self::Semicolons => "text/csv; charset=utf-8",
            Self::Tsv => "text/tab-separated-values; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::JsonLines => "application/jsonl; charset=utf-8",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }

    /// Whether rows can be sent as they are read; a workbook is whole only at its end.
    #[must_use]
    pub const fn streams(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Parquet)
    }
}

keyed! {
    /// How a cell compares with what a condition names.
    FileHow {
        /// It is the same; case of letters does not matter.
        Is = "is",
        /// It is another.
        IsNot = "is_not",
        /// The text has it in it; case of letters does not matter.
        Contains = "contains",
        /// It is as much or later.
        AtLeast = "at_least",
        /// It is as much or earlier.
        AtMost = "at_most",
    }
}

keyed! {
    /// How far a file has come.
    FileState {
        /// Its turn has not come.
        Waiting = "waiting",
        /// Rows are being written.
        Making = "making",
        /// It is there.
        Made = "made",
        /// It could not be made.
        Failed = "failed",
        /// Somebody stopped it.
        Cancelled = "cancelled",
    }
}

impl FileState {
    /// Whether something is still to come of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Making)
    }
}

keyed! {
    /// Why a file could not be made.
    FileProblem {
        /// Who asked for it may not see the rows any more.
        Right = "right",
        /// No room on the server's disk.
        NoSpace = "no_space",
        /// The columns or conditions do not fit the dataset.
        Order = "order",
        /// The server.
        Server = "server",
    }
}

keyed! {
    /// How often a file is made anew by itself.
    Every {
        /// Each day.
        Day = "day",
        /// Each Monday.
        Week = "week",
        /// On the first of each month.
        Month = "month",
    }
}

keyed! {
    /// Where a file goes that is made by itself.
    Delivery {
        /// Into its owner's list.
        List = "list",
        /// Into the list, and a letter tells its owner.
        Mail = "mail",
        /// Into the list, and a copy into the folder that the operator has set up.
        Folder = "folder",
    }
}

/// Of which months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilePeriod {
    /// All there are.
    All,
    /// These.
    Months(MonthRange),
    /// So many up to the newest there is when the file is made.
    Newest(u16),
}

/// What must hold of a column's cells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileCondition {
    /// The vendor's name of the column.
    pub column: String,
    /// How a cell compares.
    pub how: FileHow,
    /// With what.
    pub value: String,
}

/// What a file is to be made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileOrder {
    /// Of which dataset.
    pub dataset: Dataset,
    /// The vendor's names of the columns, in this order; all of them when it is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// Of which months.
    pub period: FilePeriod,
    /// Rows must meet all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<FileCondition>,
    /// How it is written.
    pub format: FileFormat,
    /// A query in the language of the Insights API, that says which columns and rows in its own way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
}

impl FileOrder {
    /// All rows and columns of a dataset.
    #[must_use]
    pub const fn all(dataset: Dataset, format: FileFormat) -> Self {
        Self { dataset, columns: Vec::new(), period: FilePeriod::All, conditions: Vec::new(), format, query: None }
    }
}

/// A name as part of a file's name, on any system.
#[must_use]
pub fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    name.trim_matches('.').chars().map(plain).collect()
}

/// A file that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Which.
    pub id: FileId,
    /// What it is called, without an ending.
    pub name: String,
    /// What it is made of.
    pub order: FileOrder,
    /// How far it is.
    pub state: FileState,
    /// Rows written.
    pub rows: u64,
    /// Hundredths of the dataset gone through.
    pub percent: u8,
    /// How large it is, once it is there.
    pub bytes: Option<u64>,
    /// Why it is not there.
    pub problem: Option<FileProblem>,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when it is kept, once it is there.
    pub until: Option<Timestamp>,
}

/// An order that is kept: to be made again by hand, or by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlan {
    /// Which.
    pub id: FileId,
    /// What its files are called.
    pub name: String,
    /// What they are made of.
    pub order: FileOrder,
    /// How often by itself; nothing for a template.
    pub every: Option<Every>,
    /// Where they go.
    pub delivery: Delivery,
    /// When it is made next.
    pub next_at: Option<Timestamp>,
}
