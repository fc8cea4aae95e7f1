//! Rows as a file: streamed, however many there are, and ended when the right to it is taken.

use super::{
    Ask, Batch, By, Column, How, Kind, Leaf, Must, Rows, Test, Value, columns, object, permission, quoted, rows,
};
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    export::{Separator, Table, guarded},
    people,
};
use model::{Dataset, Month, MonthRange, Permission};
use serde_json::json;
use std::time::{Duration, Instant};

/// Rows that are read and written at once.
const AT_ONCE: usize = 4_096;
/// How long a file goes on before the right to it is looked at again.
const TRUST: Duration = Duration::from_millis(500);

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Cells between commas, as text.
    Csv,
    /// Cells between semicolons, decimals after a comma: what Excel expects where the comma is the decimal sign.
    Semicolons,
    /// Cells between tabs.
    Tsv,
    /// A JSON object a line, with empty cells as `null` and numbers as numbers.
    JsonLines,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Semicolons, Self::Tsv, Self::JsonLines];

    /// The key in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Semicolons => "semicolons",
            Self::Tsv => "tsv",
            Self::JsonLines => "jsonl",
        }
    }

    /// The format of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        if matches!(self, Self::Semicolons) { "csv" } else { self.key() }
    }
}

/// What can be taken out: a dataset, its months, its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The dataset.
    pub dataset: Dataset,
    /// From its first month to its last.
    pub months: MonthRange,
    /// How many rows it has.
    pub rows: u64,
}

/// The datasets with rows that the caller may take out.
///
/// # Errors
/// [`Error::Denied`] without the right to take data out; [`Error::Db`] when the database fails.
pub async fn offers(domain: &Domain, caller: &Caller) -> Result<Vec<Offer>, Error> {
    caller.may(Permission::Export)?;
    let mut offers = Vec::new();
    for dataset in super::datasets().filter(|dataset| caller.opens(permission(*dataset))) {
        let facts = domain.facts.now(&caller.may(permission(dataset))?).await?;
        let months: Vec<_> = facts.months(dataset).collect();
        let (Some(first), Some(last)) = (months.first(), months.last()) else { continue };
        let rows = months.iter().map(|(_, rows)| rows).sum();
        offers.push(Offer { dataset, months: MonthRange { from: first.0, to: last.0 }, rows });
    }
    Ok(offers)
}

/// A file under way.
#[derive(Debug)]
pub struct Download {
    domain: Domain,
    caller: Caller,
    rows: Rows,
    columns: &'static [Column],
    format: Format,
    table: Option<Table>,
    begun: bool,
    trusted: Instant,
    trust: Duration,
}

/// All rows of a dataset in some months; of all without. Who takes it out, and when, is in the audit trail.
///
/// # Errors
/// [`Error::Denied`] without the right to take data out, or to see the dataset; [`Error::Query`] when it has no rows to take
/// out; [`Error::Db`] when the database fails.
pub async fn download(
    domain: &Domain,
    caller: &Caller,
    dataset: Dataset,
    months: Option<MonthRange>,
    format: Format,
) -> Result<Download, Error> {
    let scope = caller.may(Permission::Export)?;
    let ask = Ask { test: months.map_or(Test::Always(true), |months| within(dataset, months)), ..Ask::all(dataset)? };
    let rows = rows(domain, caller, Permission::Export, &ask).await?;
    let mut tx = domain.db.write().await?;
    let months = months.map(|months| [months.from, months.to].map(Month::first_day));
    let (at, details) = (domain.clock.seconds(), json!({ "months": months, "format": format.key() }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, dataset.key(), &details).await?;
    tx.commit().await?;
    let separator = match format {
        Format::Csv => Some(Separator::Comma),
        Format::Semicolons => Some(Separator::Semicolon),
        Format::Tsv => Some(Separator::Tab),
        Format::JsonLines => None,
    };
    Ok(Download {
        domain: domain.clone(),
        caller: caller.clone(),
        rows,
        columns: ask.columns(),
        format,
        table: separator.map(Table::new),
        begun: false,
        trusted: Instant::now(),
        trust: TRUST,
    })
}

/// That a row's first column of days lies in these months.
fn within(dataset: Dataset, months: MonthRange) -> Test {
    let all = columns(dataset).unwrap_or_default();
    let dated = |column: &Column| column.is_period();
    let Some(column) = all.iter().position(dated) else { return Test::Always(true) };
    let must = |how, month| Test::Leaf(Leaf { column, by: By::Itself, must: Must::Be(how, Value::month(month)) });
    must(How::AtLeast, months.from).and(must(How::Less, months.to.plus(1)))
}

impl Download {
    /// The next piece of the file; nothing at its end.
    ///
    /// # Errors
    /// [`Error::Denied`] once the caller has lost the right; [`Error::Facts`] when the facts cannot be read any more.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Error> {
        if self.trusted.elapsed() >= self.trust {
            people::still_may(&self.domain, &self.caller, Permission::Export).await?;
            self.trusted = Instant::now();
        }
        let batch = self.rows.next(AT_ONCE).await?;
        let first = !std::mem::replace(&mut self.begun, true);
        if batch.is_none() && !first {
            return Ok(None);
        }
        Ok(Some(self.written(batch.as_ref(), first)?))
    }

    /// So that a test need not wait.
    #[cfg(test)]
    pub(super) fn look_again_at_once(&mut self) {
        self.trust = Duration::ZERO;
    }

    fn written(&mut self, batch: Option<&Batch>, first: bool) -> Result<Vec<u8>, Error> {
        let rows = 0..batch.map_or(0, Batch::len);
        let cells =
            |row: usize| self.columns.iter().enumerate().filter_map(move |(at, it)| Some((it, batch?.cell(row, at))));
        let Some(table) = &mut self.table else {
            let names: Vec<String> = self.columns.iter().map(|it| quoted(it.name)).collect();
            let mut text = String::new();
            for row in rows {
                object(&mut text, names.iter().map(String::as_str).zip(cells(row).map(|(_, cell)| cell)));
                text.push('\n');
            }
            return Ok(text.into_bytes());
        };
        let mut text = if first { table.opening() } else { Vec::new() };
        if first {
            table.row(self.columns.iter().map(|it| it.name))?;
        }
        for row in rows {
            let line: Vec<String> = cells(row).map(|(it, cell)| cell_text(it.kind(), &cell, self.format)).collect();
            table.row(line.iter().map(String::as_str))?;
        }
        text.extend(table.take()?);
        Ok(text)
    }
}

/// A cell as text: words from outside are no formulas, decimals have the format's sign.
fn cell_text(kind: Kind, cell: &Value<'_>, format: Format) -> String {
    match (kind, format) {
        (Kind::Text | Kind::Guid, _) => guarded(&cell.to_string()).into_owned(),
        (Kind::Number(_), Format::Semicolons) => cell.to_string().replace('.', ","),
        _ => cell.to_string(),
    }
}
