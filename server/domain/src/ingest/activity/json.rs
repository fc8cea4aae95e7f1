//! The log as the vendor's API answers: a JSON document with the records in `items`. A list of records, and a single record, are
//! taken as well.

mod item;

use super::{
    super::{
        document::{self, foreign},
        limits::{Expect, Progress},
        open::Text,
        parsed::Parsed,
        stop::{ReadError, Refusal, Stop},
    },
    spool::Spool,
};
use crate::ingest::{Generation, finish::Finish, store::Store};
use item::Wrong;
use model::{BadRow, Dataset, ImportNote};
use serde_json::{Map, Value};
use std::{
    fs::File,
    io::{BufWriter, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// How many bad records are kept to be shown; the quarantine file has them all.
const SHOWN: usize = 1000;
/// Records between two looks at the progress.
const STEP: u64 = 1 << 14;

/// Reads the document. What is needed for it goes to `work_dir` under the name `stem`.
pub(in crate::ingest) fn read(
    text: Text,
    stem: &str,
    work_dir: &Path,
    expect: &Expect,
    progress: &dyn Fn(Progress) -> ControlFlow<()>,
) -> Result<Parsed, ReadError> {
    let stored = std::rc::Rc::clone(&text.stored);
    let mut reading = Reading {
        expect,
        spool: Spool::new(work_dir.join(format!("{stem}.rows")))?,
        quarantine: None,
        quarantine_path: work_dir.join(format!("{stem}.bad")),
        good: 0,
        bad: 0,
        shown: Vec::new(),
    };
    let mut sink = |item: Value| {
        reading.item(item)?;
        let rows = reading.good + reading.bad;
        let now = Progress { bytes_read: stored.get(), rows: reading.good, bad_rows: reading.bad };
        let stopped = rows.is_multiple_of(STEP) && progress(now).is_break();
        if stopped { Err(Stop::Cancelled) } else { Ok(()) }
    };
    let read = document::each(text, expect.limits.record, &mut sink);
    match read.and_then(|_| reading.enough()) {
        Ok(()) => {
            let now = Progress { bytes_read: stored.get(), rows: reading.good, bad_rows: reading.bad };
            if progress(now).is_break() { Err(ReadError::Cancelled) } else { Ok(reading.finish(work_dir, stem)?) }
        }
        Err(Stop::Refuse(note)) => Err(reading.refused(note)),
        Err(Stop::Cancelled) => Err(ReadError::Cancelled),
        Err(Stop::Io(error)) => Err(error.into()),
    }
}

/// Whether a record of a document is one of the log.
pub(in crate::ingest) fn is_record(item: &Value) -> bool {
    let known = |item: &Map<_, _>| item.contains_key("operationType") || item.contains_key("operationDate");
    item.as_object().is_some_and(known)
}

struct Reading<'a> {
    expect: &'a Expect,
    spool: Spool,
    quarantine: Option<BufWriter<File>>,
    quarantine_path: PathBuf,
    good: u64,
    bad: u64,
    shown: Vec<BadRow>,
}

impl Reading<'_> {
    fn item(&mut self, item: Value) -> Result<(), Stop> {
        if self.good + self.bad == 0 && !is_record(&item) {
            return Err(foreign());
        }
        match item::record(&item, self.expect.now.date()) {
            Ok(record) => {
                self.good += 1;
                self.spool.push(&record)?;
            }
            Err(wrong) => self.set_aside(item, &wrong)?,
        }
        Ok(())
    }

    /// Keeps a bad record as it came, with its reason, in a list that can be mended and sent again.
    fn set_aside(&mut self, mut item: Value, wrong: &Wrong) -> Result<(), Stop> {
        self.bad += 1;
        let line = self.good + self.bad;
        let value = item.get(wrong.field).map_or_else(String::new, |value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        if let Some(object) = item.as_object_mut() {
            let reason = format!("record {line}, {}: {}", wrong.field, wrong.why.english());
            object.insert("reason".into(), reason.into());
        }
        let between: &[u8] = if self.quarantine.is_some() { b",\n" } else { b"[\n" };
        let out = match &mut self.quarantine {
            Some(out) => out,
            None => self.quarantine.insert(BufWriter::new(File::create(&self.quarantine_path)?)),
        };
        out.write_all(between)?;
        serde_json::to_writer(out, &item).map_err(std::io::Error::from)?;
        if self.shown.len() < SHOWN {
            let value = value.chars().take(200).collect();
            self.shown.push(BadRow { line, column: wrong.field.into(), value, reason: wrong.why });
        }
        Ok(())
    }

    /// Refuses a file with too many bad records.
    fn enough(&self) -> Result<(), Stop> {
        let (bad, of, limit_percent) = (self.bad, self.good + self.bad, self.expect.max_bad_percent);
        if bad.saturating_mul(100) > of.saturating_mul(limit_percent.into()) {
            return Err(ImportNote::TooManyBad { bad, of, limit_percent }.into());
        }
        Ok(())
    }

    fn close(&mut self) -> std::io::Result<Option<PathBuf>> {
        let Some(mut out) = self.quarantine.take() else { return Ok(None) };
        out.write_all(b"\n]\n")?;
        out.flush()?;
        Ok(Some(self.quarantine_path.clone()))
    }

    fn refused(mut self, note: ImportNote) -> ReadError {
        let foreign = matches!(note, ImportNote::NotText { .. });
        // The disk may be what is full; the refusal stands without the file then.
        let quarantine = self.close().ok().flatten();
        let dataset = (!foreign).then_some(Dataset::ActivityLog);
        ReadError::Refused(Box::new(Refusal { dataset, note, rows: self.good, bad_rows: self.bad, quarantine }))
    }

    fn finish(mut self, work_dir: &Path, stem: &str) -> std::io::Result<Parsed> {
        let quarantine = self.close()?;
        let nothing = self.good + self.bad == 0;
        Ok(Parsed {
            dataset: Dataset::ActivityLog,
            generation: Generation::Api,
            mends: None,
            customers: Vec::new(),
            locations: Vec::new(),
            rows: self.good,
            bad_rows: self.bad,
            bad: self.shown,
            superseded: 0,
            notes: if nothing { vec![ImportNote::NoRows] } else { Vec::new() },
            quarantine,
            activity: Some(self.spool),
            dictionaries: Vec::new(),
            store: Store::new((0, 0), false, 0, work_dir.join(format!("{stem}.store"))),
            finish: Finish::Nothing,
        })
    }
}
