//! Compressed files, with bounds on what they expand to.

use super::{limits::Limits, stop::refuse};
use flate2::bufread::MultiGzDecoder;
use model::ImportNote;
use std::{
    cell::Cell,
    io::{self, BufReader, ErrorKind, Read},
    rc::Rc,
};

/// Counts the bytes of the file as stored.
pub(super) struct Counted<R> {
    pub(super) inner: R,
    pub(super) read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

/// The expanded bytes of a gz stream; refuses damage and bombs.
pub(super) struct Gunzip<R: Read> {
    decoder: MultiGzDecoder<BufReader<R>>,
    stored: Rc<Cell<u64>>,
    expanded: u64,
    limits: Limits,
}

impl<R: Read> Gunzip<R> {
    pub(super) fn new(source: R, stored: Rc<Cell<u64>>, limits: &Limits) -> Self {
        let decoder = MultiGzDecoder::new(BufReader::with_capacity(64 << 10, source));
        Self { decoder, stored, expanded: 0, limits: limits.clone() }
    }
}

impl<R: Read> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.decoder.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => refuse(ImportNote::Damaged { detail: "it ends too early".into() }),
            ErrorKind::InvalidInput | ErrorKind::InvalidData => {
                refuse(ImportNote::Damaged { detail: error.to_string() })
            }
            _ => error,
        })?;
        self.expanded += n as u64;
        let absurd =
            self.expanded > self.limits.ratio_from && self.expanded / self.limits.ratio.max(1) > self.stored.get();
        if absurd || self.expanded > self.limits.expanded {
            return Err(refuse(ImportNote::Expands));
        }
        Ok(n)
    }
}
