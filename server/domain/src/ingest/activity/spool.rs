//! Records on their way to the log: a temporary file, so that a log of any length is read in little memory.

use crate::activity::Record;
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Seek, Write},
    path::PathBuf,
};

/// The records of a file, in its order. The temporary file goes with it.
#[derive(Debug)]
pub struct Spool {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Spool {
    pub(super) fn new(path: PathBuf) -> io::Result<Self> {
        let file = File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
        Ok(Self { path, file: BufWriter::new(file) })
    }

    pub(super) fn push(&mut self, record: &Record) -> io::Result<()> {
        serde_json::to_writer(&mut self.file, record)?;
        self.file.write_all(b"\n")
    }

    /// Goes back to the first record.
    pub(crate) fn rewind(&mut self) -> io::Result<Reader<'_>> {
        self.file.flush()?;
        let file = self.file.get_mut();
        file.rewind()?;
        Ok(Reader(BufReader::new(file)))
    }
}

/// Reads the records back.
pub(crate) struct Reader<'a>(BufReader<&'a mut File>);

impl Reader<'_> {
    /// The next records, at most so many; none at the end.
    pub(crate) fn next(&mut self, most: usize) -> io::Result<Vec<Record>> {
        let mut batch = Vec::new();
        let mut line = Vec::new();
        while batch.len() < most && self.0.read_until(b'\n', &mut line)? > 0 {
            batch.push(serde_json::from_slice(&line)?);
            line.clear();
        }
        Ok(batch)
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the start-up sweep takes what is left.
        fs::remove_file(&self.path).ok();
    }
}
