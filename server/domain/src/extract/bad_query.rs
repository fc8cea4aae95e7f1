//! Why a question about rows makes no sense.

use super::Kind;

/// What is wrong with a question, in words for whoever wrote the program that asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadQuery {
    /// There is no such dataset, or it has no rows to take out.
    #[error("there is no dataset {0:?}")]
    NoDataset(String),
    /// The dataset has no such column.
    #[error("there is no column {0:?}")]
    NoColumn(String),
    /// A column is compared with what none of its cells can be.
    #[error("column {0:?} holds {1:?}: it cannot be compared with that or used so")]
    Mismatch(String, Kind),
    /// It is right, and Seatscope does not answer it.
    #[error("{0} is not supported")]
    Unsupported(String),
    /// It could not be read.
    #[error("{0}")]
    Syntax(String),
    /// More rows would have to be sorted than fit into memory.
    #[error("more than {0} rows would have to be sorted: narrow the filter, or leave the order out")]
    TooManyRows(usize),
    /// More groups than fit into memory.
    #[error("there are more than {0} groups: group by fewer columns, or narrow the filter")]
    TooManyGroups(usize),
}
