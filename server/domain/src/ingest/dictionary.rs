//! Values of a dimension as small numbers, in the order in which a file first names them.

use super::{cell, record::Record};
use foldhash::fast::RandomState;
use model::BadCell;
use std::{borrow::Cow, collections::HashMap};
use uuid::Uuid;

/// A cell that is wrong, by its place in the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bad {
    pub(super) at: usize,
    pub(super) why: BadCell,
}

impl Bad {
    /// Puts the place to what is wrong.
    pub(super) fn at(at: usize) -> impl Fn(BadCell) -> Self {
        move |why| Self { at, why }
    }
}

/// The different values of one dimension in one file. The id of the first is 1; 0 is *nothing*.
#[derive(Clone, Debug)]
pub(super) enum Dictionary {
    /// Folded key and label of each.
    Terms(Vec<(Box<str>, Box<str>)>),
    /// GUIDs, kept as numbers because there may be millions.
    Guids(Vec<u128>),
}

impl Dictionary {
    /// Key and label of each value, in the order of the ids, the first being 1.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        let (terms, guids): (&[_], &[_]) = match self {
            Self::Terms(terms) => (terms, &[]),
            Self::Guids(guids) => (&[], guids),
        };
        let terms = terms.iter().map(|(key, label)| (Cow::Borrowed(&**key), Cow::Borrowed(&**label)));
        terms.chain(guids.iter().map(|guid| {
            let text = Uuid::from_u128(*guid).to_string();
            (Cow::Owned(text.clone()), Cow::Owned(text))
        }))
    }
}

/// Remembers the previous cell of a column: rows of one customer and subscription follow each other.
#[derive(Debug)]
pub(super) struct Previous<T> {
    cell: Vec<u8>,
    value: Option<T>,
}

impl<T> Default for Previous<T> {
    fn default() -> Self {
        Self { cell: Vec::new(), value: None }
    }
}

impl<T: Copy> Previous<T> {
    /// What the cell means: as before when it is the same, else by `find`.
    pub(super) fn get<E>(&mut self, cell: &[u8], find: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if let Some(value) = self.value
            && self.cell == cell
        {
            return Ok(value);
        }
        let value = find()?;
        self.cell.clear();
        self.cell.extend_from_slice(cell);
        self.value = Some(value);
        Ok(value)
    }
}

/// A column of terms. Of several source columns the first that says something counts.
pub(super) struct TermColumn {
    at: Vec<usize>,
    previous: Previous<u32>,
    spellings: HashMap<Box<[u8]>, u32, RandomState>,
    keys: HashMap<Box<str>, u32, RandomState>,
    terms: Vec<(Box<str>, Box<str>)>,
    fold: fn(&str) -> String,
    /// Where the name of what a cell is the id of stands.
    name: Option<usize>,
    bytes: usize,
}

impl TermColumn {
    /// A column read from the first of `at` that is not empty.
    pub(super) fn new(at: Vec<usize>) -> Self {
        Self::folded(at, str::to_owned)
    }

    /// The same with a last touch to the folded key.
    pub(super) fn folded(at: Vec<usize>, fold: fn(&str) -> String) -> Self {
        let (spellings, keys) = (HashMap::default(), HashMap::default());
        Self { at, previous: Previous::default(), spellings, keys, terms: Vec::new(), fold, name: None, bytes: 0 }
    }

    /// A column of ids whose names stand in another one, which may not be there. The first name of each is shown.
    pub(super) fn named(at: usize, name: Option<usize>) -> Self {
        Self { name, ..Self::new(vec![at]) }
    }

    /// The id of a row's term; 0 when it has none.
    pub(super) fn id(&mut self, record: Record<'_>) -> Result<u32, Bad> {
        for at in &self.at {
            let cell = record.get(*at);
            let (spellings, keys, terms) = (&mut self.spellings, &mut self.keys, &mut self.terms);
            let (fold, name, bytes) = (self.fold, self.name, &mut self.bytes);
            let id = self.previous.get(cell, || {
                if let Some(id) = spellings.get(cell) {
                    return Ok(*id);
                }
                let label = cell::text(cell)?;
                let id = if label.is_empty() {
                    0
                } else {
                    let key = fold(&label.to_lowercase()).into_boxed_str();
                    let name = name.map_or("", |at| cell::text(record.get(at)).unwrap_or_default());
                    let label = if name.is_empty() { label } else { name };
                    *keys.entry(key.clone()).or_insert_with(|| {
                        *bytes += 2 * key.len() + label.len() + 100;
                        terms.push((key, label.into()));
                        u32::try_from(terms.len()).unwrap_or(0)
                    })
                };
                *bytes += cell.len() + 40;
                spellings.insert(cell.into(), id);
                Ok(id)
            });
            let id = id.map_err(Bad::at(*at))?;
            if id != 0 {
                return Ok(id);
            }
        }
        Ok(0)
    }

    /// What it holds in memory, roughly.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    /// The key of an id.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|(key, _)| &**key)
    }

    /// The values found.
    pub(super) fn finish(self) -> Dictionary {
        Dictionary::Terms(self.terms)
    }
}

/// A column of GUIDs that no row may lack.
pub(super) struct GuidColumn {
    /// Of several source columns the first that says something counts.
    at: Vec<usize>,
    previous: Previous<(u32, bool)>,
    ids: HashMap<u128, u32, RandomState>,
    guids: Vec<u128>,
}

impl GuidColumn {
    pub(super) fn new(at: usize) -> Self {
        Self::first(vec![at])
    }

    /// A column read from the first of `at` that is not empty.
    pub(super) fn first(at: Vec<usize>) -> Self {
        Self { at, previous: Previous::default(), ids: HashMap::default(), guids: Vec::new() }
    }

    /// The id of a row's GUID, and whether it is the all-zero one.
    pub(super) fn id(&mut self, record: Record<'_>) -> Result<(u32, bool), Bad> {
        let says = self.at.iter().find(|at| !cell::blank(record.get(**at)));
        let at = says.or(self.at.first()).copied().unwrap_or(0);
        let cell = record.get(at);
        let (ids, guids) = (&mut self.ids, &mut self.guids);
        let found = self.previous.get(cell, || {
            let guid = cell::guid(cell)?.ok_or(BadCell::Empty)?;
            let id = *ids.entry(guid).or_insert_with(|| {
                guids.push(guid);
                u32::try_from(guids.len()).unwrap_or(0)
            });
            Ok((id, guid == 0))
        });
        found.map_err(Bad::at(at))
    }

    pub(super) fn bytes(&self) -> usize {
        self.guids.len() * 60
    }

    pub(super) fn finish(self) -> Dictionary {
        Dictionary::Guids(self.guids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_term_unify_and_the_first_is_shown() {
        let mut column = TermColumn::new(vec![0, 1]);
        let mut id = |cells: &[u8], ends: &[usize]| column.id(Record::of(cells, ends));
        assert_eq!(id(b"Office E3", &[9, 9]), Ok(1));
        assert_eq!(id(b" OFFICE E3", &[10, 10]), Ok(1));
        assert_eq!(id(b"NULLPower BI", &[4, 12]), Ok(2));
        assert_eq!(id(b"", &[0, 0]), Ok(0));
        assert_eq!(id(b"\xff", &[1, 1]), Err(Bad { at: 0, why: BadCell::NotText }));
        let dictionary = column.finish();
        let terms: Vec<_> = dictionary.iter().map(|(key, label)| (key.into_owned(), label.into_owned())).collect();
        assert_eq!(terms, [("office e3".into(), "Office E3".into()), ("power bi".into(), "Power BI".into())]);
    }
}
