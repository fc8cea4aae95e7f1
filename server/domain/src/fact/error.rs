//! What can go wrong between a question and the facts.

use crate::db::DbError;
use model::Dataset;

/// Why facts could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FactError {
    /// The database did not answer.
    #[error(transparent)]
    Db(#[from] DbError),
    /// Months of this dataset are not kept as facts.
    #[error("{} is not a fact dataset", .0.key())]
    NotFacts(Dataset),
    /// The question names a column that the dataset neither has nor takes from the customer.
    #[error("{} has no column {column}", .dataset.key())]
    NoColumn {
        /// The dataset that was asked.
        dataset: Dataset,
        /// The column's key.
        column: &'static str,
    },
    /// The groups asked for do not fit into memory: the product of the dimensions' sizes is too large.
    #[error("{0} groups are too many; group by less or ask for fewer months")]
    TooManyGroups(u64),
    /// The rows to be written do not have the shape of their dataset.
    #[error("rows do not fit their dataset: {0}")]
    Shape(String),
    /// The sum of a measure over one part is beyond 64 bits.
    #[error("the sum of {0} is too large")]
    TooLarge(&'static str),
    /// What is stored is not what was written.
    #[error("stored facts are damaged: {0}")]
    Damaged(String),
    /// Retention removed a segment between the look at the list and the read. Asking again helps.
    #[error("the facts were replaced while they were read")]
    Replaced,
    /// A thread of the scan ended early; its own message is in the log.
    #[error("the scan stopped")]
    Stopped,
}

impl From<sqlx::Error> for FactError {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}
