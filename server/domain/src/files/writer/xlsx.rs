//! Rows as an Excel workbook (Office Open XML, ECMA-376), a row in memory at a time.

use super::Writer;
use crate::{
    Error,
    extract::{Batch, Head, Kind, Value},
    files::Notes,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};
use std::{
    fs::File,
    io::{self, BufWriter},
    path::Path,
};

/// Rows of a sheet, the heading among them. [Excel specifications and limits.]
///
/// [Excel specifications and limits.]: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
const SHEET_ROWS: u32 = 1_048_576;
/// Characters of a cell.
const CELL: usize = 32_767;
/// The serial number of the first day of 1970: days are counted from 30 December 1899.
const EPOCH: f64 = 25_569.0;
/// Widths, in characters.
const WIDE: f64 = 38.0;
const NARROW: f64 = 16.0;

/// A workbook under way.
pub(in crate::files) struct Workbook {
    book: rust_xlsxwriter::Workbook,
    file: BufWriter<File>,
    heads: Vec<Head>,
    /// Rows of the last sheet; a new one is begun when they are all taken.
    taken: u32,
    sheets: usize,
    most: u32,
    day: Format,
    bold: Format,
}

impl Workbook {
    pub(super) fn begin(path: &Path, heads: Vec<Head>) -> Result<Self, Error> {
        Self::of(path, heads, SHEET_ROWS)
    }

    pub(in crate::files) fn of(path: &Path, heads: Vec<Head>, most: u32) -> Result<Self, Error> {
        let mut book = Self {
            book: rust_xlsxwriter::Workbook::new(),
            file: BufWriter::new(File::create(path)?),
            heads,
            taken: 0,
            sheets: 0,
            most,
            day: Format::new().set_num_format("yyyy-mm-dd"),
            bold: Format::new().set_bold(),
        };
        book.sheet().map_err(failed)?;
        Ok(book)
    }

    /// Begins a sheet, with its heading.
    fn sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        self.sheets += 1;
        sheet.set_name(format!("Rows {}", self.sheets))?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, head) in (0..).zip(&self.heads) {
            sheet.set_column_width(at, if head.kind == Kind::Guid { WIDE } else { NARROW })?;
        }
        for (at, head) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, at, &head.name, &self.bold)?;
        }
        self.taken = 1;
        Ok(())
    }

    fn row(&mut self, batch: &Batch, row: usize) -> Result<(), XlsxError> {
        if self.taken == self.most {
            self.sheet()?;
        }
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        for (at, place) in (0..).zip(0..self.heads.len()) {
            cell(sheet, (self.taken, at), &batch.cell(row, place), &self.day)?;
        }
        self.taken += 1;
        Ok(())
    }
}

/// Words are written as words, whatever they begin with: nothing in the workbook is a formula.
#[expect(clippy::cast_precision_loss, reason = "Excel itself counts in 15 digits")]
fn cell(sheet: &mut Worksheet, (row, at): (u32, u16), value: &Value<'_>, day: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Nothing => {}
        Value::Text(text) => {
            let short = text.char_indices().nth(CELL).map_or(text.as_ref(), |(end, _)| &text[..end]);
            sheet.write_string(row, at, short)?;
        }
        Value::Number { units, places } => {
            let number = *units as f64 / 10_f64.powi(i32::from(*places));
            sheet.write_number(row, at, number)?;
        }
        Value::Date(days) => {
            let date = ExcelDateTime::from_serial_datetime(f64::from(*days) + EPOCH)?;
            sheet.write_datetime_with_format(row, at, date, day)?;
        }
    }
    Ok(())
}

impl Writer for Workbook {
    fn add(&mut self, batch: &Batch) -> Result<(), Error> {
        (0..batch.len()).try_for_each(|row| self.row(batch, row)).map_err(failed)
    }

    fn finish(mut self: Box<Self>, notes: &Notes) -> Result<(), Error> {
        let mut write = || {
            let sheet = self.book.add_worksheet_with_constant_memory()?;
            sheet.set_name(notes.title)?;
            sheet.set_column_width(0, WIDE)?;
            sheet.set_column_width(1, 3.0 * WIDE)?;
            for (row, (name, text)) in (0..).zip(&notes.lines) {
                sheet.write_string_with_format(row, 0, name, &self.bold)?;
                sheet.write_string(row, 1, text)?;
            }
            self.book.save_to_writer(&mut self.file)
        };
        write().map_err(failed)?;
        Ok(self.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?)
    }
}

fn failed(error: XlsxError) -> Error {
    Error::Io(match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    })
}
