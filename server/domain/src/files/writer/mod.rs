//! Rows into files, in each format.

mod lines;
mod parquet;
mod xlsx;

#[cfg(test)]
pub(in crate::files) use xlsx::Workbook;

use super::Notes;
use crate::{
    Error,
    extract::{Batch, Head},
};
use model::FileFormat;
use std::path::Path;

/// A file under way.
pub(super) trait Writer: Send {
    /// Adds rows.
    ///
    /// # Errors
    /// [`Error::Io`] when they cannot be written.
    fn add(&mut self, batch: &Batch) -> Result<(), Error>;

    /// Ends the file, with what stands beside the rows where the format has a place for it.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be written.
    fn finish(self: Box<Self>, notes: &Notes) -> Result<(), Error>;
}

/// Begins a file for rows with these columns.
///
/// # Errors
/// [`Error::Io`] when it cannot be written.
pub(super) fn begin(path: &Path, heads: Vec<Head>, format: FileFormat) -> Result<Box<dyn Writer>, Error> {
    Ok(match format {
        FileFormat::Xlsx => Box::new(xlsx::Workbook::begin(path, heads)?),
        FileFormat::Parquet => Box::new(parquet::Columns::begin(path, &heads)?),
        _ => Box::new(lines::Text::begin(path, heads, format)?),
    })
}
