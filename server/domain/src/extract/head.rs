//! What stands over the cells of an answer.

use super::{Column, Kind};

/// The head of a column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is called there.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
    /// Whether Seatscope keeps what would stand below it; otherwise all cells are empty.
    pub is_kept: bool,
}

impl From<&Column> for Head {
    fn from(column: &Column) -> Self {
        Self { name: column.name.to_owned(), kind: column.kind(), is_kept: column.is_kept() }
    }
}
