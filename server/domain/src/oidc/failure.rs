//! How a sign-in at the provider fails.

use crate::{Error, db::DbError};
use model::ProviderFailure;

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What came back signs nobody in.
    #[error("{what:?}: {why}")]
    Refused {
        /// What the person is told.
        what: ProviderFailure,
        /// What stands in the log only.
        why: String,
    },
    /// Something broke on this side.
    #[error(transparent)]
    Broken(#[from] Error),
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::Broken(error.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// A refusal.
pub(super) fn refused(what: ProviderFailure, why: impl Into<String>) -> Failure {
    Failure::Refused { what, why: why.into() }
}

/// An error with its causes, for the log.
pub(super) fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let all = std::iter::successors(Some(error), |error| error.source());
    all.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
