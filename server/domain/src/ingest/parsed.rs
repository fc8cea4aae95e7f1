//! What was read: file-local columns by month, and what their numbers stand for.

use super::{
    activity::Spool,
    cell::DateOrder,
    dictionary::Dictionary,
    finish::Finish,
    header::{Generation, Recognised},
    store::Store,
};
use crate::fact::Dim;
use model::{BadRow, Dataset, ImportId, ImportNote, Month};
use std::{borrow::Cow, io, path::PathBuf};

/// A value of a dimension. Its id is its place in the list, the first being 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTerm<'a> {
    /// Folded, so that spellings unify.
    pub key: Cow<'a, str>,
    /// As first spelt in the file.
    pub label: Cow<'a, str>,
}

/// A customer. Its id is its place in the list, the first being 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalCustomer {
    /// The tenant's GUID in lower case; `tpid:` and the top parent id when the file gives no tenant.
    pub tenant: String,
    /// The newest name; may be empty.
    pub name: String,
    /// The tenant's domain, if given.
    pub domain: String,
    /// The top parent id, if given.
    pub tpid: String,
    /// The D-U-N-S number, if given.
    pub duns: String,
    /// The month whose rows gave the name.
    pub named_in: Month,
}

/// A location of the account, from its profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationRow {
    /// The partner id.
    pub mpn_id: String,
    /// Its name.
    pub name: String,
    /// Its city.
    pub city: String,
    /// Its country.
    pub country: String,
    /// Whether it is the global account itself.
    pub headquarters: bool,
}

/// The rows of one month, columns in the order of [`crate::fact::schema`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalRows {
    /// Ids of each dimension.
    pub dims: Vec<Vec<u32>>,
    /// Values of each measure.
    pub measures: Vec<Vec<i64>>,
}

impl LocalRows {
    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.dims.first().map_or(0, Vec::len)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What is worth knowing of a file of so many rows.
pub(super) fn notes(
    rows: u64,
    known: &Recognised,
    order: Option<DateOrder>,
    superseded: u64,
    estimated: bool,
) -> Vec<ImportNote> {
    let mut notes = Vec::new();
    if rows == 0 {
        notes.push(ImportNote::NoRows);
    }
    if !known.unknown.is_empty() {
        notes.push(ImportNote::UnknownColumns { columns: known.unknown.clone() });
    }
    if let Some(order) = order {
        notes.push(ImportNote::DateOrder { day_first: order == DateOrder::DayFirst });
    }
    if Dataset::KEPT.contains(&known.dataset) {
        notes.push(ImportNote::Kept);
    }
    if superseded > 0 {
        notes.push(ImportNote::Superseded { rows: superseded });
    }
    if estimated {
        notes.push(ImportNote::EstimatedDuplicates);
    }
    notes
}

/// A file, read and checked.
#[derive(Debug)]
pub struct Parsed {
    /// What it is.
    pub dataset: Dataset,
    /// Which generation of its columns.
    pub generation: Generation,
    /// The import whose rejected rows these are, mended.
    pub mends: Option<ImportId>,
    /// Customers by id.
    pub customers: Vec<LocalCustomer>,
    /// Locations, from a profile.
    pub locations: Vec<LocationRow>,
    /// Good rows, those superseded included.
    pub rows: u64,
    /// Rows in quarantine.
    pub bad_rows: u64,
    /// The first of them.
    pub bad: Vec<BadRow>,
    /// Rows of earlier snapshots of a month, which do not count.
    pub superseded: u64,
    /// What is worth knowing.
    pub notes: Vec<ImportNote>,
    /// All bad rows with their reasons, when there are any.
    pub quarantine: Option<PathBuf>,
    /// The records of an activity log.
    pub activity: Option<Spool>,
    pub(super) dictionaries: Vec<(Dim, Dictionary)>,
    pub(super) store: Store,
    pub(super) finish: Finish,
}

impl Parsed {
    /// The months that have rows, oldest first, each until it is taken.
    #[must_use]
    pub fn months(&self) -> Vec<Month> {
        self.store.months().collect()
    }

    /// The values of a dimension in the order of their ids, the first being 1. Nothing for dimensions whose ids are
    /// fixed (state, counted, auto-renew), for customers, and for those that the file has no column of.
    pub fn terms(&self, dim: Dim) -> impl Iterator<Item = LocalTerm<'_>> {
        let found = self.dictionaries.iter().find(|(of, _)| *of == dim);
        let terms = found.into_iter().flat_map(|(_, dictionary)| dictionary.iter());
        terms.map(|(key, label)| LocalTerm { key, label })
    }

    /// The location ids in the rows.
    pub fn location_ids(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.terms(Dim::Location).map(|term| term.label)
    }

    /// Takes the rows of one month out; empty when they were taken before.
    ///
    /// # Errors
    /// When rows had to be kept in a temporary file and it cannot be read back.
    pub fn take_month(&mut self, month: Month) -> io::Result<LocalRows> {
        let (mut rows, extra) = self.store.take(month)?;
        self.finish.month(month, &mut rows, &extra);
        Ok(rows)
    }
}
