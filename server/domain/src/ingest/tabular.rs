//! Records of a JSON document as the table that they are: a column for each field, so that all that follows is the same as for a
//! table.

use super::{
    activity,
    column::{Column, normal},
    delimiter::quoted,
    document,
    limits::Expect,
    open::{self, Text},
    stop::Stop,
};
use foldhash::fast::RandomState;
use model::{ImportNote, Month};
use serde_json::{Map, Value};
use std::{
    collections::HashMap,
    fs::File,
    hash::BuildHasher,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

/// What answers carry about themselves.
const ABOUT: [&str; 2] = ["attributes", "links"];

/// A received file, opened.
pub(super) enum Opened {
    /// A JSON document with the activity log, whose records are rows of their own.
    Log(Text),
    /// A table, or a JSON document with any other records, made into one.
    Rows(Text, Option<Tabular>),
}

/// Opens a received file; the table of a JSON document goes to `table`, with the rows of the other pages of its answer.
pub(super) fn open(path: &Path, table: PathBuf, expect: &Expect) -> Result<Opened, Stop> {
    let limits = &expect.limits;
    let text = open::open(path, limits)?;
    if !text.json {
        return Ok(Opened::Rows(text, None));
    }
    if document::first(open::open(path, limits)?, limits.record)?.is_none_or(|record| activity::is_record(&record)) {
        return Ok(Opened::Log(text));
    }
    let table = Tabular::write(path, table, expect)?;
    Ok(Opened::Rows(open::open(table.path(), limits)?, Some(table)))
}

/// The table, which is removed when it is no longer needed.
pub(super) struct Tabular {
    path: PathBuf,
    /// What the answer says where these are not all of its rows.
    pub(super) page: Option<ImportNote>,
}

impl Drop for Tabular {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the sweep of the directory takes what is left.
        std::fs::remove_file(&self.path).ok();
    }
}

impl Tabular {
    /// Writes the records of the document at `json`, and of the other pages of its answer, as a table at `path`. A row of one
    /// page that another has too is there once: a page may have come twice.
    fn write(json: &Path, path: PathBuf, expect: &Expect) -> Result<Self, Stop> {
        let limits = &expect.limits;
        let mut columns = Columns::default();
        let learn = &mut |item| columns.learn(&item, limits.columns);
        let answer = document::each(open::open(json, limits)?, limits.record, learn)?;
        let month = columns.month;
        let pages: &[PathBuf] = if answer.is_page().is_some() { &expect.pages } else { &[] };
        for page in pages {
            document::each(open::open(page, limits)?, limits.record, &mut |item| columns.learn(&item, limits.columns))?;
        }
        let mut out = BufWriter::new(File::create(&path)?);
        let mut table = Self { path, page: None };
        let mut line = Vec::new();
        for name in &columns.names {
            quoted(&mut line, name);
        }
        end(&mut out, &mut line)?;
        let (hasher, mut seen, mut rows) = (RandomState::default(), HashMap::new(), 0);
        for (page, json) in pages.iter().map(PathBuf::as_path).chain([json]).enumerate() {
            document::each(open::open(json, limits)?, limits.record, &mut |item| {
                columns.line(&item, &mut line);
                if !pages.is_empty() && *seen.entry(hasher.hash_one(&line)).or_insert(page) != page {
                    line.clear();
                    return Ok(());
                }
                rows += 1;
                Ok(end(&mut out, &mut line)?)
            })?;
        }
        out.flush()?;
        let missing = answer.is_page().filter(|of| *of == 0 || rows < *of);
        table.page = missing.map(|of| ImportNote::Page { rows: answer.rows, of, month });
        Ok(table)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

fn end(out: &mut impl Write, line: &mut Vec<u8>) -> std::io::Result<()> {
    // Each cell ends with a comma.
    line.pop();
    line.push(b'\n');
    out.write_all(line)?;
    line.clear();
    Ok(())
}

/// The fields of all records. Spellings of one column share a place: answers are known to mix them.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
    /// Of the first record that names one.
    month: Option<Month>,
}

impl Columns {
    fn learn(&mut self, item: &Value, most: usize) -> Result<(), Stop> {
        if !item.is_object() {
            return Err(document::foreign());
        }
        fields(item, &mut |name, value| {
            if self.month.is_none() && matches!(Column::of(name), Some(Column::Processed | Column::Month)) {
                self.month = text(value).get(..7).and_then(|month| month.parse().ok());
            }
            self.places.entry(key(name)).or_insert_with(|| {
                self.names.push(name.to_owned());
                self.names.len() - 1
            });
        });
        if self.names.len() > most {
            let limit = format!("more than {most} different fields");
            return Err(ImportNote::TooLarge { line: 1, limit }.into());
        }
        Ok(())
    }
}

impl Columns {
    /// A record as a line of the table, without its end.
    fn line(&self, item: &Value, line: &mut Vec<u8>) {
        let mut cells = vec![String::new(); self.names.len()];
        fields(item, &mut |name, value| {
            // Of two spellings in one record the first that says something counts.
            if let Some(at) = self.places.get(&key(name)).filter(|at| cells[**at].is_empty()) {
                cells[*at] = text(value);
            }
        });
        for cell in &cells {
            quoted(line, cell);
        }
    }
}

/// What makes two names of fields one.
fn key(name: &str) -> String {
    match Column::of(name) {
        Some(column) if column != Column::Unread => normal(column.vendor()),
        _ => normal(name),
    }
}

/// Each field; those of an object inside by both names, `budget` and `amount` as `budgetAmount`.
fn fields(item: &Value, each: &mut dyn FnMut(&str, &Value)) {
    let about = |name: &&String| !ABOUT.contains(&name.as_str());
    for (name, value) in item.as_object().into_iter().flat_map(Map::iter).filter(|(name, _)| about(name)) {
        match value {
            Value::Object(inner) => inner.iter().for_each(|(part, value)| each(&joined(name, part), value)),
            value => each(name, value),
        }
    }
}

fn joined(name: &str, part: &str) -> String {
    let mut letters = part.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    name.chars().chain(first).chain(letters).collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
