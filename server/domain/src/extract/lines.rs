//! Rows as lines of text.

use super::{Batch, Head, Kind, Value, object, quoted};
use crate::export::{Separator, Table, guarded};
use model::FileFormat;
use std::io;

/// Writes rows as lines, to be taken in pieces.
#[derive(Debug)]
pub(crate) struct Lines {
    heads: Vec<Head>,
    format: FileFormat,
    /// Nothing for lines of JSON.
    table: Option<Table>,
    begun: bool,
}

impl Lines {
    /// For rows with these columns, in one of the formats that stream.
    pub(crate) fn new(heads: Vec<Head>, format: FileFormat) -> Self {
        let separator = match format {
            FileFormat::Semicolons => Some(Separator::Semicolon),
            FileFormat::Tsv => Some(Separator::Tab),
            FileFormat::JsonLines => None,
            _ => Some(Separator::Comma),
        };
        Self { heads, format, table: separator.map(Table::new), begun: false }
    }

    /// What the file begins with, once; then nothing.
    pub(crate) fn opening(&mut self) -> io::Result<Vec<u8>> {
        let Some(table) = self.table.as_mut().filter(|_| !self.begun) else { return Ok(Vec::new()) };
        self.begun = true;
        let mut text = table.opening();
        table.row(self.heads.iter().map(|it| it.name.as_str()))?;
        text.extend(table.take()?);
        Ok(text)
    }

    /// These rows.
    pub(crate) fn rows(&mut self, batch: &Batch) -> io::Result<Vec<u8>> {
        let cells = |row: usize| self.heads.iter().enumerate().map(move |(at, it)| (it, batch.cell(row, at)));
        let Some(table) = &mut self.table else {
            let names: Vec<String> = self.heads.iter().map(|it| quoted(&it.name)).collect();
            let mut text = String::new();
            for row in 0..batch.len() {
                object(&mut text, names.iter().map(String::as_str).zip(cells(row).map(|(_, cell)| cell)));
                text.push('\n');
            }
            return Ok(text.into_bytes());
        };
        for row in 0..batch.len() {
            let line: Vec<String> = cells(row).map(|(it, cell)| cell_text(it.kind, &cell, self.format)).collect();
            table.row(line.iter().map(String::as_str))?;
        }
        table.take()
    }
}

/// A cell as text: words from outside are no formulas, decimals have the format's sign.
fn cell_text(kind: Kind, cell: &Value<'_>, format: FileFormat) -> String {
    match (kind, format) {
        (Kind::Text | Kind::Guid, _) => guarded(&cell.to_string()).into_owned(),
        (Kind::Number(_), FileFormat::Semicolons) => cell.to_string().replace('.', ","),
        _ => cell.to_string(),
    }
}
