//! How a domain function fails.

use crate::{access::Denied, db::DbError, fact::FactError, keys::KeyError, mail::MailError};

/// Why a domain function did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller may not.
    #[error("denied: {0:?}")]
    Denied(Denied),
    /// There is no such thing in the caller's account.
    #[error("not found")]
    NotFound,
    /// Somebody changed it since it was read.
    #[error("changed meanwhile")]
    Stale {
        /// Who, where known.
        by: Option<String>,
    },
    /// It would leave the account without an acting MPN partner admin.
    #[error("the last acting MPN partner admin must stay")]
    LastAdmin,
    /// What was asked makes no sense.
    #[error("invalid: {0}")]
    Invalid(model::Invalid),
    /// A program's question about rows makes no sense.
    #[error(transparent)]
    Query(crate::extract::BadQuery),
    /// Too much is asked at this moment: trying again later helps.
    #[error("busy")]
    Busy,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The facts could not be read or written.
    #[error(transparent)]
    Facts(#[from] FactError),
    /// The secret key, or what was sealed with it, cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A letter could not be sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Stored JSON is not what was written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl Error {
    /// Whether there was no room for what was to be written.
    #[must_use]
    pub fn is_no_space(&self) -> bool {
        use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match self {
            Self::Db(DbError::NoSpace) | Self::Facts(FactError::Db(DbError::NoSpace)) => true,
            Self::Io(error) => matches!(error.kind(), StorageFull | FileTooLarge | QuotaExceeded),
            _ => false,
        }
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}
