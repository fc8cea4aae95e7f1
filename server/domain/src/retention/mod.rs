//! What is removed in the course of time, by the worker.

mod clear;
mod facts;
mod files;
#[cfg(test)]
mod tests;

pub(crate) use clear::clear;

use crate::{Domain, Error};

/// Removes what was replaced or taken back longer ago than the account keeps it, with the files set aside for it. Months that
/// are on any page stay for ever.
///
/// # Errors
/// [`Error::Db`] when the database fails; [`Error::Io`] when a file cannot be removed.
pub(crate) async fn run(domain: &Domain) -> Result<(), Error> {
    facts::remove(domain).await?;
    files::remove(domain).await?;
    crate::files::sweep(domain).await
}
