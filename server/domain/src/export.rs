//! Rows as files: tables as text for spreadsheets, and files that are streamed in pieces.

use crate::Error;
use std::future::Future;

/// A file under way: exactly what a filter finds, however much it is, in pieces.
pub trait Pieces: Send + 'static {
    /// What the file has a row of.
    type Row: Send;

    /// The next rows, newest first; none at the end.
    ///
    /// # Errors
    /// [`Error::Db`] when the database fails.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Self::Row>, Error>> + Send;
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Comma: CSV, with a byte-order mark so that Excel reads it as UTF-8.
    Comma,
    /// Semicolon: what Excel expects of CSV where the comma is the decimal sign.
    Semicolon,
    /// Tab: TSV.
    Tab,
}

/// Writes rows of cells as text, to be taken away in pieces.
#[derive(Debug)]
pub struct Table {
    separator: Separator,
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(separator: Separator) -> Self {
        let delimiter = match separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        };
        let terminator = csv::Terminator::CRLF;
        let writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
        Self { separator, writer }
    }

    /// What a file begins with.
    #[must_use]
    pub fn opening(&self) -> Vec<u8> {
        if self.separator == Separator::Tab { Vec::new() } else { "\u{feff}".into() }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Never in practice: it writes to memory.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> std::io::Result<()> {
        Ok(self.writer.write_record(cells.into_iter().map(str::as_bytes))?)
    }

    /// What was written since it was last taken.
    ///
    /// # Errors
    /// Never in practice: it writes to memory.
    pub fn take(&mut self) -> std::io::Result<Vec<u8>> {
        self.writer.flush()?;
        let fresh = Self::new(self.separator);
        let written = std::mem::replace(self, fresh).writer;
        written.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// What a spreadsheet takes for the beginning of a formula; some also take the full-width signs.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// A text from outside as a cell: a spreadsheet must not take it for a formula.
#[must_use]
pub fn guarded(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(FORMULA) { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_out_as_they_went_in_and_formulas_are_defused() {
        let mut table = Table::new(Separator::Comma);
        table.row(["a,b", "say \"x\"", &guarded("=1+1"), &guarded("日月")]).unwrap();
        assert_eq!(String::from_utf8(table.take().unwrap()).unwrap(), "\"a,b\",\"say \"\"x\"\"\",'=1+1,日月\r\n");
        table.row(["next"]).unwrap();
        assert_eq!(table.take().unwrap(), b"next\r\n");
        for sign in FORMULA {
            assert_eq!(guarded(&format!("{sign}1")), format!("'{sign}1"));
        }
    }
}
