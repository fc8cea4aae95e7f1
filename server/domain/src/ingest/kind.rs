//! What the rows of a table become: facts, the account's locations, records of the activity log, or nothing.

use super::{
    activity::{Spool, Table},
    cell::{self, DateOrder},
    dataset::{self, Found, Profile, Rows},
    dictionary::Bad,
    finish::Finish,
    header::Recognised,
    parsed::LocationRow,
    record::Record,
    stop::Stop,
    store::Store,
};
use jiff::civil::DateTime;
use model::Dataset;
use std::{io, path::PathBuf};

/// The reader of a table's rows.
pub(super) enum Kind {
    Facts(Box<dyn Rows>),
    Log(Table),
    Profile(Profile),
    /// The file is kept as it came, so its rows are only looked at.
    Kept,
}

/// What was read.
pub(super) struct Ended {
    pub(super) found: Found,
    pub(super) locations: Vec<LocationRow>,
    pub(super) activity: Option<Spool>,
}

impl Kind {
    /// The reader for a table, and whether its rows carry an extra number. Records of the log wait at `spool`.
    pub(super) fn new(known: &Recognised, order: DateOrder, now: DateTime, spool: PathBuf) -> io::Result<(Self, bool)> {
        if let Some((rows, extra)) = dataset::rows(known, order, now) {
            return Ok((Self::Facts(rows), extra));
        }
        let kind = if known.dataset == Dataset::ActivityLog {
            Self::Log(Table::new(&known.layout, order, now.date(), spool)?)
        } else if Dataset::KEPT.contains(&known.dataset) {
            Self::Kept
        } else {
            Self::Profile(Profile::new(&known.layout))
        };
        Ok((kind, false))
    }

    /// One record: outside, what stops the file; inside, what is wrong with the row.
    pub(super) fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<Result<(), Bad>, Stop> {
        match self {
            Self::Facts(rows) => Ok(rows.row(record, store)),
            Self::Log(log) => log.row(record),
            Self::Profile(profile) => Ok(profile.row(record)),
            Self::Kept => Ok(readable(record)),
        }
    }

    /// What it holds in memory, roughly.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Facts(rows) => rows.bytes(),
            Self::Log(log) => log.bytes(),
            Self::Profile(_) | Self::Kept => 0,
        }
    }

    pub(super) fn finish(self) -> Ended {
        let nothing = Found { dictionaries: Vec::new(), customers: Vec::new(), finish: Finish::Nothing };
        let (found, locations, activity) = match self {
            Self::Kept => (nothing, Vec::new(), None),
            Self::Facts(rows) => (rows.finish(), Vec::new(), None),
            Self::Log(log) => (nothing, Vec::new(), Some(log.finish())),
            Self::Profile(profile) => (nothing, profile.rows, None),
        };
        Ended { found, locations, activity }
    }
}

/// Whether every cell is text.
fn readable(record: Record<'_>) -> Result<(), Bad> {
    for (at, cell) in record.cells().enumerate() {
        cell::text(cell).map_err(Bad::at(at))?;
    }
    Ok(())
}
