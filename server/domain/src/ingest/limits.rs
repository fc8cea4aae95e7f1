//! What a file may cost, and what the account expects of it.

use jiff::civil::DateTime;
use std::path::PathBuf;

/// Bounds on what reading one file may take. The defaults are far beyond any real file.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes that a compressed file may expand to.
    pub expanded: u64,
    /// From this many expanded bytes on, the ratio counts too.
    pub ratio_from: u64,
    /// How many times its stored size a compressed file may expand to.
    pub ratio: u64,
    /// Bytes of one cell.
    pub field: usize,
    /// Bytes of one record.
    pub record: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes of rows held in memory before they move to a temporary file.
    pub held: usize,
    /// Bytes of different values (customers, products, subscriptions and so on) in one file.
    pub dictionaries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            expanded: 8 << 30,
            ratio_from: 1 << 30,
            ratio: 200,
            field: 64 << 10,
            record: 1 << 20,
            columns: 512,
            held: 64 << 20,
            dictionaries: 256 << 20,
        }
    }
}

/// What the account expects of a file.
#[derive(Clone, Debug)]
pub struct Expect {
    /// The account's global partner id; empty when the account has none, and then no file is refused for it.
    pub mpn_id: String,
    /// How many bad rows in a hundred are still accepted.
    pub max_bad_percent: u32,
    /// Now, in UTC: a month centuries away is taken for a mistake, and rows without a month are of this one.
    pub now: DateTime,
    /// Other pages of the answer, if the file is a page of one.
    pub pages: Vec<PathBuf>,
    /// What reading may cost.
    pub limits: Limits,
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read of the file as it is stored, so that a compressed file shows progress too.
    pub bytes_read: u64,
    /// Good rows so far.
    pub rows: u64,
    /// Rows in quarantine so far.
    pub bad_rows: u64,
}
