//! Rows on their way out, wherever they come from.

use super::{Batch, Row, Rows};
use crate::Error;

/// The rows of an answer.
#[derive(Debug)]
pub enum Taken {
    /// Rows of facts, read as they are taken.
    Facts(Box<Rows>),
    /// Rows that were put together before the first is taken.
    Memory(std::vec::IntoIter<Row>),
}

impl Taken {
    /// The next rows, at most `most` of them; nothing at the end.
    ///
    /// # Errors
    /// [`Error::Facts`] when the facts cannot be read any more.
    pub async fn next(&mut self, most: usize) -> Result<Option<Batch>, Error> {
        match self {
            Self::Facts(rows) => rows.next(most).await,
            Self::Memory(rows) => {
                let some: Vec<Row> = rows.take(most).collect();
                Ok((!some.is_empty()).then(|| Batch::of(some)))
            }
        }
    }

    /// How far it has come, of how many rows: what stands on a bar of progress.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        match self {
            Self::Facts(rows) => rows.progress(),
            Self::Memory(rows) => (u64::from(rows.len() == 0), 1),
        }
    }
}
