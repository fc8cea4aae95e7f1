//! Why reading ends before the file does.

use model::{Dataset, ImportNote};
use std::{fmt, io, path::PathBuf};

/// A file that is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it was recognised as, if that far.
    pub dataset: Option<Dataset>,
    /// Why.
    pub note: ImportNote,
    /// Good rows seen before.
    pub rows: u64,
    /// Rows in quarantine before.
    pub bad_rows: u64,
    /// The rows in quarantine with their reasons.
    pub quarantine: Option<PathBuf>,
}

/// Why a file was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not acceptable.
    #[error("the file is refused")]
    Refused(Box<Refusal>),
    /// Whoever watches the progress asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The disk failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The same inside this module, before it is known what the file is.
#[derive(Debug)]
pub(super) enum Stop {
    Refuse(ImportNote),
    Cancelled,
    Io(io::Error),
}

impl From<ImportNote> for Stop {
    fn from(note: ImportNote) -> Self {
        Self::Refuse(note)
    }
}

impl From<io::Error> for Stop {
    /// Layers below `Read` can only return an `io::Error`; a refusal travels inside it.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => return Self::Refuse(ImportNote::NoSpace),
            _ => {}
        }
        match error.downcast::<Carried>() {
            Ok(Carried(note)) => Self::Refuse(note),
            Err(error) => Self::Io(error),
        }
    }
}

#[derive(Debug)]
struct Carried(ImportNote);

impl fmt::Display for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the file is refused")
    }
}

impl std::error::Error for Carried {}

/// A refusal as an `io::Error`.
pub(super) fn refuse(note: ImportNote) -> io::Error {
    io::Error::other(Carried(note))
}
