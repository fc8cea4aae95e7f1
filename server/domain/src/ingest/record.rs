//! Records of a delimited text, read into bounded buffers.
//!
//! A line without quotes is cut in place, which is three times as fast as the general reader; any other goes through
//! `csv-core`.

use super::{delimiter::first_line, limits::Limits, open::Text, stop::Stop};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr_iter, memchr3};
use model::ImportNote;
use std::io;

const CHUNK: usize = 256 << 10;

/// One record: the cells of a line (or of several, when a quoted cell holds line ends).
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
    /// How many bytes stand between two cells: one where the line was cut in place.
    gap: usize,
}

impl<'a> Record<'a> {
    /// How many cells.
    pub(super) const fn len(self) -> usize {
        self.ends.len()
    }

    /// How many bytes.
    pub(super) const fn size(self) -> usize {
        self.bytes.len()
    }

    /// A cell; empty beyond the last.
    pub(super) fn get(self, at: usize) -> &'a [u8] {
        let Some(end) = self.ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { self.ends[at - 1] + self.gap };
        &self.bytes[start..*end]
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).map(move |at| self.get(at))
    }

    #[cfg(test)]
    pub(super) const fn of(bytes: &'a [u8], ends: &'a [usize]) -> Self {
        Self { bytes, ends, gap: 0 }
    }
}

/// Reads records one after the other, reusing its buffers.
pub(super) struct Records {
    text: Text,
    core: Reader,
    delimiter: u8,
    /// Lines end with a carriage return alone, so that those inside quotes count as lines too.
    returns: bool,
    chunk: Vec<u8>,
    start: usize,
    end: usize,
    at_end: bool,
    /// A carriage return ended the last record; a line feed right behind it belongs to it.
    after_return: bool,
    /// The record cut in place, by its place in the chunk; nothing when it is in `out`.
    cut: Option<(usize, usize)>,
    out: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    line: u64,
    next_line: u64,
    field_limit: usize,
}

impl Records {
    /// Starts reading; the delimiter is the one that the first line has most of.
    pub(super) fn new(text: Text, limits: &Limits) -> Result<Self, Stop> {
        let mut records = Self {
            text,
            core: Reader::new(),
            delimiter: b',',
            returns: false,
            chunk: vec![0; CHUNK],
            start: 0,
            end: 0,
            at_end: false,
            after_return: false,
            cut: None,
            out: vec![0; limits.record],
            // One more than allowed, and one that is never filled: the general reader stops when none is left.
            ends: vec![0; limits.columns + 2],
            cells: 0,
            line: 1,
            next_line: 1,
            field_limit: limits.field,
        };
        while records.end < CHUNK && records.fill()? {}
        (records.delimiter, records.returns) = first_line(&records.chunk[..records.end]);
        records.core = ReaderBuilder::new().delimiter(records.delimiter).build();
        Ok(records)
    }

    /// The delimiter found.
    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Bytes read so far, and in all, of the file as stored.
    pub(super) fn stored(&self) -> (u64, u64) {
        (self.text.stored.get(), self.text.size)
    }

    /// Moves what is left to the front and reads more behind it; false when there is no more, or no room.
    fn fill(&mut self) -> io::Result<bool> {
        if self.start > 0 {
            self.chunk.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
        }
        while !self.at_end && self.end < CHUNK {
            match self.text.reader.read(&mut self.chunk[self.end..]) {
                Ok(0) => self.at_end = true,
                Ok(n) => {
                    self.end += n;
                    return Ok(true);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    /// Reads the next record; false at the end of the text. Lines without anything on them are passed over.
    pub(super) fn advance(&mut self) -> Result<bool, Stop> {
        // A small archive can hold gigabytes of nothing.
        for _ in 0..self.out.len() {
            self.line = self.next_line;
            if !(self.cut_line()? || self.general()?) {
                return Ok(false);
            }
            if self.cells > 1 || !self.record().get(0).trim_ascii().is_empty() {
                return self.check();
            }
        }
        Err(self.too_large("a million empty lines"))
    }

    fn check(&self) -> Result<bool, Stop> {
        let (record, limit) = (self.record(), self.field_limit);
        if record.bytes.len() > limit && record.cells().any(|cell| cell.len() > limit) {
            return Err(self.too_large("a cell of more than 64 KiB"));
        }
        Ok(true)
    }

    /// Takes a whole line without quotes out of the chunk, if one stands there.
    fn cut_line(&mut self) -> Result<bool, Stop> {
        if self.after_return && (self.start < self.end || self.fill()?) {
            self.start += usize::from(self.chunk[self.start] == b'\n');
        }
        self.after_return = false;
        let length = loop {
            let rest = &self.chunk[self.start..self.end];
            match memchr3(b'\n', b'\r', b'"', rest) {
                Some(at) if rest[at] == b'"' => return Ok(false),
                Some(at) => break at,
                None => {}
            }
            if !self.fill()? {
                // The last line has no end, or the line is so long that only the general reader has room for it.
                if !self.at_end || self.start == self.end {
                    return Ok(false);
                }
                break self.end - self.start;
            }
        };
        let end = self.start + length;
        let mut cells = 0;
        for at in memchr_iter(self.delimiter, &self.chunk[self.start..end]) {
            if cells + 2 >= self.ends.len() - 1 {
                return Err(self.too_large("more than 512 columns"));
            }
            self.ends[cells] = at;
            cells += 1;
        }
        self.ends[cells] = length;
        self.cells = cells + 1;
        self.cut = Some((self.start, end));
        self.after_return = end < self.end && self.chunk[end] == b'\r';
        self.start = (end + 1).min(self.end);
        self.next_line += 1;
        Ok(true)
    }

    /// Reads any record: with quotes, or too long to stand in the chunk whole.
    fn general(&mut self) -> Result<bool, Stop> {
        self.core.reset();
        self.cut = None;
        let (mut bytes, mut last) = (0, 0);
        self.cells = 0;
        loop {
            if self.start == self.end {
                self.fill()?;
            }
            let input = &self.chunk[self.start..self.end];
            let (result, read, wrote, ended) =
                self.core.read_record(input, &mut self.out[bytes..], &mut self.ends[self.cells..]);
            last = if read > 0 { input[read - 1] } else { last };
            self.start += read;
            bytes += wrote;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => return Err(self.too_large("a record of more than 1 MiB")),
                ReadRecordResult::OutputEndsFull => return Err(self.too_large("more than 512 columns")),
                ReadRecordResult::End => return Ok(false),
                ReadRecordResult::Record if self.cells + 1 >= self.ends.len() => {
                    return Err(self.too_large("more than 512 columns"));
                }
                ReadRecordResult::Record => break,
            }
        }
        let inside = if self.returns { memchr_iter(b'\r', &self.out[..bytes]).count() as u64 } else { 0 };
        self.after_return = last == b'\r';
        // The reader counts line feeds from 1; a carriage return that ends the record it does not count.
        self.next_line += self.core.line() - 1 + inside + u64::from(self.after_return);
        Ok(true)
    }

    /// The record read last.
    pub(super) fn record(&self) -> Record<'_> {
        let ends = &self.ends[..self.cells];
        match self.cut {
            Some((start, end)) => Record { bytes: &self.chunk[start..end], ends, gap: 1 },
            None => Record { bytes: &self.out[..ends.last().copied().unwrap_or(0)], ends, gap: 0 },
        }
    }

    /// The line on which the record read last begins.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    fn too_large(&self, limit: &str) -> Stop {
        ImportNote::TooLarge { line: self.line, limit: limit.into() }.into()
    }
}

#[cfg(test)]
mod tests;
