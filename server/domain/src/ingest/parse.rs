//! Reads a received file: recognises it, checks every cell, and hands back typed columns.

use super::{
    activity, cell,
    column::Column,
    dataset::Found,
    date_order,
    dictionary::{Bad, Previous},
    family,
    finish::Finish,
    header::{Recognised, recognise},
    kind::{Ended, Kind},
    limits::{Expect, Progress},
    open::Text,
    parsed::{Parsed, notes},
    quarantine::Quarantine,
    record::{Record, Records},
    stop::{ReadError, Refusal, Stop},
    store::Store,
    tabular::{self, Opened, Tabular},
};
use crate::fact::schema;
use model::{BadCell, BadRow, Dataset, ImportNote};
use std::{ops::ControlFlow, path::Path};

/// How many records, or how many bytes of them, pass between two looks at progress and limits.
const STEP: (u64, usize) = (1 << 16, 16 << 20);
/// A quarantine file may be twice as large as the file, or this if that is small: an archive of nothing but bad rows
/// must not fill the disk.
const QUARANTINE: u64 = 128 << 20;
/// How many bad rows are kept to be shown; the quarantine file has them all.
const SHOWN: usize = 1000;

/// Reads the file at `path`. Temporary files and the quarantine file go to `work_dir`, named after the file.
/// `progress` is told now and then how far it is, and may ask to stop.
///
/// # Errors
/// [`ReadError::Refused`] when the file is not acceptable, with the reason; nothing else remains of it but the
/// quarantine file that the refusal names.
pub fn read(
    path: &Path,
    work_dir: &Path,
    expect: &Expect,
    progress: &dyn Fn(Progress) -> ControlFlow<()>,
) -> Result<Parsed, ReadError> {
    let refused =
        |dataset, note| ReadError::Refused(Box::new(Refusal { dataset, note, rows: 0, bad_rows: 0, quarantine: None }));
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let opened = tabular::open(path, work_dir.join(format!("{stem}.table")), expect);
    let (text, table) = match opened.map_err(|stop| end(stop, &refused, None))? {
        Opened::Log(text) => return activity::read_json(text, &stem, work_dir, expect, progress),
        Opened::Rows(text, table) => (text, table),
    };
    let path = table.as_ref().map_or(path, Tabular::path);
    let (mut records, header) = start(text, expect).map_err(|stop| end(stop, &refused, None))?;
    let mut known = recognise(&header).map_err(|(dataset, note)| refused(dataset, note))?;
    if let Some(page) = table.as_ref().and_then(|table| table.page.clone()) {
        return Err(refused(Some(known.dataset), page));
    }
    let family = family::decide(path, &expect.limits, &known);
    known.dataset = family.map_err(|stop| end(stop, &refused, Some(known.dataset)))?;
    let dataset = Some(known.dataset);
    let order = date_order::decide(path, &expect.limits, &known.layout).map_err(|stop| end(stop, &refused, dataset))?;

    let columns = schema(known.dataset).map_or((0, 0), |schema| (schema.dims.len(), schema.measures.len()));
    let spool = work_dir.join(format!("{stem}.log"));
    let (kind, extra) = Kind::new(&known, order.unwrap_or_default(), expect.now, spool)?;
    let mut reading = Reading {
        expect,
        whose: known.layout.at(Column::PgaId),
        is_ours: Previous::default(),
        kind,
        store: Store::new(columns, extra, expect.limits.held, work_dir.join(format!("{stem}.rows"))),
        quarantine: Quarantine::new(work_dir, stem, records.delimiter(), header.clone(), known.mends.map(|(at, _)| at)),
        header,
        good: 0,
        bad: 0,
        shown: Vec::new(),
    };
    if let Err(stop) = reading.all(&mut records, progress) {
        return Err(reading.stopped(stop, known.dataset));
    }
    reading.finish(&known, order).map_err(|error| end(error.into(), &refused, dataset))
}

/// Reads the header.
fn start(text: Text, expect: &Expect) -> Result<(Records, Vec<String>), Stop> {
    let mut records = Records::new(text, &expect.limits)?;
    if !records.advance()? {
        return Err(ImportNote::Empty.into());
    }
    let header = records.record().cells().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    Ok((records, header))
}

fn end(stop: Stop, refused: &dyn Fn(Option<Dataset>, ImportNote) -> ReadError, dataset: Option<Dataset>) -> ReadError {
    match stop {
        Stop::Refuse(note) => refused(dataset, note),
        Stop::Cancelled => ReadError::Cancelled,
        Stop::Io(error) => ReadError::Io(error),
    }
}

/// A file being read.
struct Reading<'a> {
    expect: &'a Expect,
    whose: Option<usize>,
    is_ours: Previous<()>,
    kind: Kind,
    store: Store,
    quarantine: Quarantine,
    header: Vec<String>,
    good: u64,
    bad: u64,
    shown: Vec<BadRow>,
}

impl Reading<'_> {
    fn all(&mut self, records: &mut Records, progress: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<(), Stop> {
        let mut passed = 0;
        while records.advance()? {
            let record = records.record();
            passed += record.size();
            match self.row(record)? {
                Ok(()) => self.good += 1,
                Err(bad) => self.set_aside(record, records.line(), bad)?,
            }
            if passed > STEP.1 || (self.good + self.bad).is_multiple_of(STEP.0) {
                passed = 0;
                self.look(records, progress)?;
            }
        }
        if self.hopeless(self.good + self.bad) {
            return Err(self.too_many());
        }
        let at = Progress { bytes_read: records.stored().1, rows: self.good, bad_rows: self.bad };
        if progress(at).is_break() { Err(Stop::Cancelled) } else { Ok(()) }
    }

    /// One record: outside, what stops the file; inside, what is wrong with the row.
    fn row(&mut self, record: Record<'_>) -> Result<Result<(), Bad>, Stop> {
        if record.len() != self.header.len() {
            return Ok(Err(Bad { at: usize::MAX, why: BadCell::WrongCells }));
        }
        if let Some(at) = self.whose {
            self.whose(record.get(at))?;
        }
        self.kind.row(record, &mut self.store)
    }

    /// Refuses a row of another partner. A row that names none belongs to whom the file was given.
    fn whose(&mut self, cell: &[u8]) -> Result<(), Stop> {
        let expected = self.expect.mpn_id.as_str();
        self.is_ours.get(cell, || {
            let found = String::from_utf8_lossy(cell.trim_ascii());
            if expected.is_empty() || cell::blank(cell) || found == expected {
                return Ok(());
            }
            let found = found.chars().take(100).collect();
            Err(ImportNote::OtherPartner { found, expected: expected.into() }.into())
        })
    }

    fn set_aside(&mut self, record: Record<'_>, line: u64, bad: Bad) -> Result<(), Stop> {
        self.bad += 1;
        let column = self.header.get(bad.at).cloned().unwrap_or_default();
        self.quarantine.add(record, line, &column, bad.why)?;
        if self.shown.len() < SHOWN {
            let value = if bad.at < record.len() {
                String::from_utf8_lossy(record.get(bad.at)).chars().take(200).collect()
            } else {
                record.len().to_string()
            };
            self.shown.push(BadRow { line, column, value, reason: bad.why });
        }
        Ok(())
    }

    /// Tells how far it is, and stops what has become pointless or too large.
    fn look(&mut self, records: &Records, progress: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<(), Stop> {
        let (bytes_read, size) = records.stored();
        if progress(Progress { bytes_read, rows: self.good, bad_rows: self.bad }).is_break() {
            return Err(Stop::Cancelled);
        }
        self.store.settle()?;
        if self.kind.bytes() > self.expect.limits.dictionaries {
            let limit = "more different values than a real file has".into();
            return Err(ImportNote::TooLarge { line: records.line(), limit }.into());
        }
        // Twice as many rows as the bytes so far promise: if even those could not make up for the bad ones, stop.
        let promised = 2 * (self.good + self.bad) * size.div_ceil(bytes_read.max(1));
        let hopeless = self.bad > 1000 && self.hopeless(promised);
        let full = self.quarantine.bytes > QUARANTINE.max(2 * size);
        if hopeless || full { Err(self.too_many()) } else { Ok(()) }
    }

    /// Whether the bad rows are too many for a file of `rows` rows.
    fn hopeless(&self, rows: u64) -> bool {
        self.bad.saturating_mul(100) > rows.saturating_mul(self.expect.max_bad_percent.into())
    }

    fn too_many(&self) -> Stop {
        let limit_percent = self.expect.max_bad_percent;
        ImportNote::TooManyBad { bad: self.bad, of: self.good + self.bad, limit_percent }.into()
    }

    fn stopped(self, stop: Stop, dataset: Dataset) -> ReadError {
        let Stop::Refuse(note) = stop else {
            self.quarantine.discard();
            return end(stop, &|_, _| ReadError::Cancelled, None);
        };
        // The disk may be what is full; the refusal stands without the file then.
        let quarantine = self.quarantine.finish().ok().flatten();
        let (rows, bad_rows) = (self.good, self.bad);
        ReadError::Refused(Box::new(Refusal { dataset: Some(dataset), note, rows, bad_rows, quarantine }))
    }

    fn finish(self, known: &Recognised, order: Option<cell::DateOrder>) -> std::io::Result<Parsed> {
        let Ended { found: Found { dictionaries, customers, finish }, locations, activity } = self.kind.finish();
        let superseded = finish.superseded();
        let estimated = matches!(finish, Finish::Estimate { .. }) && self.good > 0;
        let notes = notes(self.good + self.bad, known, order, superseded, estimated);
        Ok(Parsed {
            dataset: known.dataset,
            generation: known.generation,
            mends: known.mends.map(|(_, import)| import),
            customers,
            locations,
            rows: self.good,
            bad_rows: self.bad,
            bad: self.shown,
            superseded,
            notes,
            quarantine: self.quarantine.finish()?,
            activity,
            dictionaries,
            store: self.store,
            finish,
        })
    }
}
