//! Records of a JSON document as the table that they are: a column for each field, so that all that follows is the same as for a
//! table.

use super::{
    activity,
    column::{Column, normal},
    delimiter::quoted,
    document,
    limits::Limits,
    open::{self, Text},
    stop::Stop,
};
use model::ImportNote;
use serde_json::{Map, Value};
use std::{
    collections::HashMap,
    fs::File,
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

/// Opens a received file; the table of a JSON document goes to `table`.
pub(super) fn open(path: &Path, table: PathBuf, limits: &Limits) -> Result<Opened, Stop> {
    let text = open::open(path, limits)?;
    if !text.json {
        return Ok(Opened::Rows(text, None));
    }
    if document::first(open::open(path, limits)?, limits.record)?.is_none_or(|record| activity::is_record(&record)) {
        return Ok(Opened::Log(text));
    }
    let table = Tabular::write(path, table, limits)?;
    Ok(Opened::Rows(open::open(table.path(), limits)?, Some(table)))
}

/// The table, which is removed when it is no longer needed.
pub(super) struct Tabular(PathBuf);

impl Drop for Tabular {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the sweep of the directory takes what is left.
        std::fs::remove_file(&self.0).ok();
    }
}

impl Tabular {
    /// Writes the records of the document at `json` as a table at `path`.
    pub(super) fn write(json: &Path, path: PathBuf, limits: &Limits) -> Result<Self, Stop> {
        let mut columns = Columns::default();
        let learn = &mut |item| columns.learn(&item, limits.columns);
        let answer = document::each(open::open(json, limits)?, limits.record, learn)?;
        if let Some(of) = answer.is_page() {
            return Err(ImportNote::Page { rows: answer.rows, of }.into());
        }
        let mut out = BufWriter::new(File::create(&path)?);
        let table = Self(path);
        let mut line = Vec::new();
        for name in &columns.names {
            quoted(&mut line, name);
        }
        end(&mut out, &mut line)?;
        document::each(open::open(json, limits)?, limits.record, &mut |item| {
            let mut cells = vec![String::new(); columns.names.len()];
            fields(&item, &mut |name, value| {
                // Of two spellings in one record the first that says something counts.
                if let Some(at) = columns.places.get(&key(name)).filter(|at| cells[**at].is_empty()) {
                    cells[*at] = text(value);
                }
            });
            for cell in &cells {
                quoted(&mut line, cell);
            }
            Ok(end(&mut out, &mut line)?)
        })?;
        out.flush()?;
        Ok(table)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
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
}

impl Columns {
    fn learn(&mut self, item: &Value, most: usize) -> Result<(), Stop> {
        if !item.is_object() {
            return Err(document::foreign());
        }
        fields(item, &mut |name, _| {
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
