//! Rows as lines of text in a file.

use super::Writer;
use crate::{
    Error,
    extract::{Batch, Head, Lines},
    files::Notes,
};
use model::FileFormat;
use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

/// A file of lines. Notes have no place in it: programs that read it expect rows only.
pub(super) struct Text {
    file: File,
    lines: Lines,
}

impl Text {
    pub(super) fn begin(path: &Path, heads: Vec<Head>, format: FileFormat) -> io::Result<Self> {
        let mut text = Self { file: File::create(path)?, lines: Lines::new(heads, format) };
        text.file.write_all(&text.lines.opening()?)?;
        Ok(text)
    }
}

impl Writer for Text {
    fn add(&mut self, batch: &Batch) -> Result<(), Error> {
        Ok(self.file.write_all(&self.lines.rows(batch)?)?)
    }

    fn finish(self: Box<Self>, _: &Notes) -> Result<(), Error> {
        Ok(self.file.sync_all()?)
    }
}
