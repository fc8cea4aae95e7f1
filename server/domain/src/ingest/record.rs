//! Records of a delimited text, read into bounded buffers.

use super::{limits::Limits, open::Text, stop::Stop};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use model::ImportNote;
use std::{
    cell::Cell,
    io::{self, Read},
    rc::Rc,
};

const CHUNK: usize = 256 << 10;

/// One record: the cells of a line (or of several, when a quoted cell holds line ends).
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// How many cells.
    pub(super) const fn len(self) -> usize {
        self.ends.len()
    }

    /// A cell; empty beyond the last.
    pub(super) fn get(self, at: usize) -> &'a [u8] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(self.bytes.len()) };
        let end = self.ends.get(at).copied().unwrap_or(self.bytes.len());
        &self.bytes[start..end]
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).map(move |at| self.get(at))
    }

    #[cfg(test)]
    pub(super) const fn of(bytes: &'a [u8], ends: &'a [usize]) -> Self {
        Self { bytes, ends }
    }
}

/// Reads records one after the other, reusing its buffers.
pub(super) struct Records {
    source: Box<dyn Read>,
    stored: Rc<Cell<u64>>,
    size: u64,
    core: Reader,
    delimiter: u8,
    chunk: Vec<u8>,
    start: usize,
    end: usize,
    out: Vec<u8>,
    ends: Vec<usize>,
    used: (usize, usize),
    /// Lines end with a carriage return alone, which the reader below does not count.
    returns: bool,
    returned: u64,
    last_byte: u8,
    field_limit: usize,
}

impl Records {
    /// Starts reading; the delimiter is the one that the first line has most of.
    pub(super) fn new(text: Text, limits: &Limits) -> Result<Self, Stop> {
        let mut records = Self {
            source: text.reader,
            stored: text.stored,
            size: text.size,
            core: Reader::new(),
            delimiter: b',',
            chunk: vec![0; CHUNK],
            start: 0,
            end: 0,
            out: vec![0; limits.record],
            // One more than allowed, and one that is never filled: the reader stops when none is left.
            ends: vec![0; limits.columns + 2],
            used: (0, 0),
            returns: false,
            returned: 0,
            last_byte: 0,
            field_limit: limits.field,
        };
        while records.end < CHUNK && records.fill()? {}
        let (delimiter, returns) = first_line(&records.chunk[..records.end]);
        records.delimiter = delimiter;
        records.returns = returns;
        records.core = ReaderBuilder::new().delimiter(delimiter).build();
        Ok(records)
    }

    /// The delimiter found.
    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Bytes read so far, and in all, of the file as stored.
    pub(super) fn stored(&self) -> (u64, u64) {
        (self.stored.get(), self.size)
    }

    /// Appends to the chunk; false at the end of the text.
    fn fill(&mut self) -> io::Result<bool> {
        loop {
            match self.source.read(&mut self.chunk[self.end..]) {
                Ok(n) => {
                    self.end += n;
                    return Ok(n > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads the next record; false at the end of the text. Lines without anything on them are passed over.
    pub(super) fn advance(&mut self) -> Result<bool, Stop> {
        loop {
            if !self.advance_any()? {
                return Ok(false);
            }
            if self.used.1 > 1 || !self.record().get(0).trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    fn advance_any(&mut self) -> Result<bool, Stop> {
        self.used = (0, 0);
        loop {
            if self.start == self.end {
                (self.start, self.end) = (0, 0);
                self.fill()?;
            }
            let (bytes, ends) = self.used;
            let (result, read, wrote, ended) = self.core.read_record(
                &self.chunk[self.start..self.end],
                &mut self.out[bytes..],
                &mut self.ends[ends..],
            );
            if read > 0 {
                let taken = &self.chunk[self.start..self.start + read];
                self.last_byte = taken[read - 1];
                if self.returns {
                    self.returned += count(taken, b'\r');
                }
            }
            self.start += read;
            self.used = (bytes + wrote, ends + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => return Err(self.too_large("a record of more than 1 MiB")),
                ReadRecordResult::OutputEndsFull => return Err(self.too_large("more than 512 columns")),
                ReadRecordResult::End => return Ok(false),
                ReadRecordResult::Record => {
                    if self.used.1 + 1 >= self.ends.len() {
                        return Err(self.too_large("more than 512 columns"));
                    }
                    let limit = self.field_limit;
                    if self.used.0 > limit && self.record().cells().any(|cell| cell.len() > limit) {
                        return Err(self.too_large("a cell of more than 64 KiB"));
                    }
                    return Ok(true);
                }
            }
        }
    }

    /// The record read last.
    pub(super) fn record(&self) -> Record<'_> {
        Record { bytes: &self.out[..self.used.0], ends: &self.ends[..self.used.1] }
    }

    /// The line on which the record read last begins.
    pub(super) fn line(&self) -> u64 {
        // The reader stands behind the record's last byte; take back what belongs to the record itself.
        let (behind, end) = if self.returns { (self.returned + 1, b'\r') } else { (self.core.line(), b'\n') };
        behind - u64::from(self.last_byte == end) - count(self.record().bytes, end)
    }

    fn too_large(&self, limit: &str) -> Stop {
        ImportNote::TooLarge { line: self.line(), limit: limit.into() }.into()
    }
}

fn count(bytes: &[u8], what: u8) -> u64 {
    bytes.iter().filter(|byte| **byte == what).count() as u64
}

/// The delimiter of the header line, and whether lines end with a carriage return alone.
fn first_line(text: &[u8]) -> (u8, bool) {
    let (mut quoted, mut counts, mut returns) = (false, [0_u32; 3], false);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\r' | b'\n' if counts == [0; 3] && text[..at].trim_ascii().is_empty() => {}
            b'\r' => {
                returns = text.get(at + 1).is_some_and(|next| *next != b'\n');
                break;
            }
            b'\n' => break,
            b'\t' => counts[0] += 1,
            b';' => counts[1] += 1,
            b',' => counts[2] += 1,
            _ => {}
        }
    }
    let most = counts.into_iter().max().unwrap_or(0);
    let delimiter = match counts.iter().position(|n| *n == most && most > 0) {
        Some(0) => b'\t',
        Some(1) => b';',
        _ => b',',
    };
    (delimiter, returns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &'static [u8]) -> Vec<(u64, Vec<String>)> {
        let text = Text { reader: Box::new(text), stored: Rc::default(), size: 0 };
        let mut records = Records::new(text, &Limits::default()).unwrap();
        let mut out = Vec::new();
        while records.advance().unwrap() {
            let cells = records.record().cells().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
            out.push((records.line(), cells));
        }
        out
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        let expected = [row(1, &["a", "b"]), row(2, &["x\ny", "1"]), row(5, &["z", "2"]), row(6, &["w", "3"])];
        assert_eq!(all(b"a,b\n\"x\ny\",1\n\nz,2\nw,3"), expected);
        let crlf = all(b"a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\nw,3\r\n\r\n  \r\n");
        assert_eq!(crlf.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 2, 5, 6]);
        let cr = all(b"a,b\r\"x\ry\",1\r\rz,2\rw,3");
        assert_eq!(cr.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 2, 5, 6]);
    }

    #[test]
    fn the_header_decides_the_delimiter() {
        assert_eq!(all(b"a;\"b,,,c\";d\n"), [row(1, &["a", "b,,,c", "d"])]);
        assert_eq!(all(b"a\tb\n5\" disk\t\"q\t\"\"x\"\n"), [row(1, &["a", "b"]), row(2, &["5\" disk", "q\t\"x"])]);
        assert_eq!(all(b"alone\n1\n"), [row(1, &["alone"]), row(2, &["1"])]);
    }
}
