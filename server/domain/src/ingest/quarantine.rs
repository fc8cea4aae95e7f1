//! Rows that are wrong, in a file of their own: as they came, with a last column that says why.

use super::{header::reason_header, record::Record};
use model::BadCell;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// The file of bad rows; made at the first.
pub(super) struct Quarantine {
    path: PathBuf,
    delimiter: u8,
    header: Vec<String>,
    /// Where the reasons of an earlier quarantine stand, which this one's take the place of.
    old: Option<usize>,
    /// The import's id, for the header of the reasons.
    import: String,
    out: Option<csv::Writer<File>>,
    /// Bytes of the rows in it, roughly.
    pub(super) bytes: u64,
}

impl Quarantine {
    pub(super) fn new(dir: &Path, import: String, delimiter: u8, header: Vec<String>, old: Option<usize>) -> Self {
        let path = dir.join(format!("{import}.bad"));
        Self { path, delimiter, header, old, import, out: None, bytes: 0 }
    }

    /// Adds a row.
    pub(super) fn add(&mut self, record: Record<'_>, line: u64, column: &str, why: BadCell) -> io::Result<()> {
        self.bytes += record.size() as u64 + 60;
        self.write(record, line, column, why).map_err(|error| match error.into_kind() {
            // A full disk has to be told from other failures.
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    fn write(&mut self, record: Record<'_>, line: u64, column: &str, why: BadCell) -> csv::Result<()> {
        let out = if let Some(out) = &mut self.out {
            out
        } else {
            let file = File::create(&self.path)?;
            let mut out = csv::WriterBuilder::new().delimiter(self.delimiter).flexible(true).from_writer(file);
            for (_, name) in self.header.iter().enumerate().filter(|(at, _)| Some(*at) != self.old) {
                out.write_field(name)?;
            }
            out.write_record([reason_header(&self.import)])?;
            self.out.insert(out)
        };
        for (_, cell) in record.cells().enumerate().filter(|(at, _)| Some(*at) != self.old) {
            out.write_field(cell)?;
        }
        // The reason stands in its own column even when the row has too few cells.
        for _ in (record.len()..self.header.len()).filter(|at| Some(*at) != self.old) {
            out.write_field("")?;
        }
        let reason = why.english();
        let place = if column.is_empty() { format!("line {line}") } else { format!("line {line}, {column}") };
        out.write_record([format!("{place}: {reason}")])
    }

    /// Ends the file; where it is, when there is one.
    pub(super) fn finish(mut self) -> io::Result<Option<PathBuf>> {
        match &mut self.out {
            Some(out) => out.flush().map(|()| Some(self.path)),
            None => Ok(None),
        }
    }

    /// Removes the file: nobody will ask for it.
    pub(super) fn discard(mut self) {
        if self.out.take().is_some() {
            fs::remove_file(&self.path).ok();
        }
    }
}
