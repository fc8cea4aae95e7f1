//! Rows that do not fit in memory: one temporary file of little-endian columns, block after block.

use super::store::Block;
use model::Month;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write},
    path::PathBuf,
};

/// The temporary file. It is made at the first write and removed at the end.
#[derive(Debug)]
pub(super) struct Spill {
    path: PathBuf,
    file: Option<File>,
    length: u64,
    /// Month, place and rows of each block, in the order written.
    blocks: Vec<(Month, u64, usize)>,
}

impl Spill {
    pub(super) const fn new(path: PathBuf) -> Self {
        Self { path, file: None, length: 0, blocks: Vec::new() }
    }

    pub(super) fn holds(&self, month: Month) -> bool {
        self.blocks.iter().any(|(of, ..)| *of == month)
    }

    /// Appends a month's rows and empties them, keeping their memory for the next.
    pub(super) fn write(&mut self, month: Month, block: &mut Block) -> io::Result<()> {
        let rows = block.rows.len();
        if rows == 0 {
            return Ok(());
        }
        let file = if let Some(file) = &mut self.file {
            file
        } else {
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&self.path)?;
            self.file.insert(file)
        };
        let start = file.seek(SeekFrom::Start(self.length))?;
        let mut out = BufWriter::with_capacity(256 << 10, &mut *file);
        for column in &mut block.rows.dims {
            column.iter().try_for_each(|id| out.write_all(&id.to_le_bytes()))?;
            column.clear();
        }
        for column in &mut block.rows.measures {
            column.iter().try_for_each(|value| out.write_all(&value.to_le_bytes()))?;
            column.clear();
        }
        block.extra.iter().try_for_each(|value| out.write_all(&value.to_le_bytes()))?;
        block.extra.clear();
        out.flush()?;
        drop(out);
        self.length = file.stream_position()?;
        self.blocks.push((month, start, rows));
        Ok(())
    }

    /// Appends to `whole` all rows of a month.
    pub(super) fn read(&mut self, month: Month, whole: &mut Block) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Ok(()) };
        for (index, (of, start, rows)) in self.blocks.iter().enumerate() {
            if *of != month {
                continue;
            }
            let end = self.blocks.get(index + 1).map_or(self.length, |next| next.1);
            file.seek(SeekFrom::Start(*start))?;
            let mut source = BufReader::with_capacity(256 << 10, (&mut *file).take(end - start));
            for column in &mut whole.rows.dims {
                read_column(&mut source, *rows, column, u32::from_le_bytes)?;
            }
            for column in &mut whole.rows.measures {
                read_column(&mut source, *rows, column, i64::from_le_bytes)?;
            }
            let columns = 4 * whole.rows.dims.len() + 8 * whole.rows.measures.len();
            if end - start > (columns * rows) as u64 {
                read_column(&mut source, *rows, &mut whole.extra, u64::from_le_bytes)?;
            }
        }
        Ok(())
    }
}

fn read_column<T, const N: usize>(
    source: &mut dyn Read,
    rows: usize,
    column: &mut Vec<T>,
    value: fn([u8; N]) -> T,
) -> io::Result<()> {
    column.reserve(rows);
    let mut bytes = [0; N];
    for _ in 0..rows {
        source.read_exact(&mut bytes)?;
        column.push(value(bytes));
    }
    Ok(())
}

impl Drop for Spill {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Nothing can be done about a failure here; the start-up sweep takes what is left.
            fs::remove_file(&self.path).ok();
        }
    }
}
