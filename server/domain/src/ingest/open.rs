//! Opens a received file as a stream of UTF-8 text: expands gz, drops the byte-order mark, decodes UTF-16.

use super::{
    gunzip::{Counted, Gunzip},
    limits::Limits,
    looks::looks_like,
    stop::Stop,
};
use encoding_rs_io::DecodeReaderBytesBuilder;
use model::ImportNote;
use std::{
    cell::Cell,
    fs::File,
    io::{Cursor, Read},
    path::Path,
    rc::Rc,
};

/// How much of the text is looked at before deciding that it is text.
const HEAD: usize = 64 << 10;

/// The text of a file.
pub(super) struct Text {
    /// UTF-8, as far as the file holds valid text.
    pub(super) reader: Box<dyn Read>,
    /// Bytes read so far of the file as stored.
    pub(super) stored: Rc<Cell<u64>>,
    /// Bytes of the file as stored.
    pub(super) size: u64,
    /// Whether it begins as a JSON document does.
    pub(super) json: bool,
}

/// Opens the text of a file.
pub(super) fn open(path: &Path, limits: &Limits) -> Result<Text, Stop> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let stored = Rc::new(Cell::new(0));
    let mut source = Counted { inner: file, read: Rc::clone(&stored) };
    let magic = head(&mut source, 2)?;
    let zipped = magic == [0x1f, 0x8b];
    let whole = Cursor::new(magic).chain(source);
    let mut plain: Box<dyn Read> =
        if zipped { Box::new(Gunzip::new(whole, Rc::clone(&stored), limits)) } else { Box::new(whole) };

    let head = head(&mut plain, HEAD)?;
    let without_mark = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    if without_mark.trim_ascii().is_empty() && head.len() < HEAD {
        return Err(ImportNote::Empty.into());
    }
    if let Some(name) = looks_like(&head) {
        return Err(ImportNote::NotText { looks_like: name.into() }.into());
    }
    let json = matches!(without_mark.trim_ascii_start().first(), Some(b'{' | b'['));
    let reader = DecodeReaderBytesBuilder::new()
        .bom_sniffing(true)
        .strip_bom(true)
        .utf8_passthru(true)
        .build(Cursor::new(head).chain(plain));
    Ok(Text { reader: Box::new(reader), stored, size, json })
}

/// The first `length` bytes, fewer only when there are no more.
fn head(source: &mut dyn Read, length: usize) -> Result<Vec<u8>, Stop> {
    let mut head = Vec::new();
    source.take(length as u64).read_to_end(&mut head)?;
    Ok(head)
}
