//! What must hold of a row.

use super::{BadQuery, Kind, Value};
use std::{borrow::Cow, cmp::Ordering};

/// A condition. An empty cell equals nothing but [`Value::Nothing`] and is before or after nothing, as the feed's protocol has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test<L = Leaf> {
    /// It holds of all rows, or of none.
    Always(bool),
    /// What must hold of one column.
    Leaf(L),
    /// All of them.
    All(Vec<Self>),
    /// Any of them.
    Any(Vec<Self>),
    /// The opposite.
    Not(Box<Self>),
}

/// What must hold of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The column's place among those that are asked.
    pub column: usize,
    /// What is looked at of its cell.
    pub by: By,
    /// What must hold of that.
    pub must: Must,
}

/// What is looked at of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The cell as it is.
    Itself,
    /// In lower case.
    Lower,
    /// In upper case.
    Upper,
    /// Without blanks around it.
    Trimmed,
    /// How many characters it has.
    Length,
    /// The year of a day.
    Year,
    /// The month of a day, 1 to 12.
    Month,
    /// The day of its month.
    Day,
}

/// What must hold of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Must {
    /// It compares so.
    Be(How, Value<'static>),
    /// It is one of these.
    In(Vec<Value<'static>>),
    /// The text has this in it, at the beginning, or at the end.
    Have(Where, String),
    /// The text matches a pattern in which `%` stands for any characters and `_` for one; case does not matter.
    Like(String),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// `=`
    Equal,
    /// `≠`
    NotEqual,
    /// `<`
    Less,
    /// `≤`
    AtMost,
    /// `>`
    Greater,
    /// `≥`
    AtLeast,
}

/// Where in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Anywhere.
    Anywhere,
    /// At its beginning.
    Beginning,
    /// At its end.
    End,
}

impl<L> Test<L> {
    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always(true), it) | (it, Self::Always(true)) => it,
            (a, b) => Self::All(vec![a, b]),
        }
    }

    /// Whether it holds, where `leaf` says what holds of columns.
    pub(super) fn holds(&self, leaf: &impl Fn(&L) -> bool) -> bool {
        match self {
            Self::Always(holds) => *holds,
            Self::Leaf(it) => leaf(it),
            Self::All(all) => all.iter().all(|it| it.holds(leaf)),
            Self::Any(any) => any.iter().any(|it| it.holds(leaf)),
            Self::Not(it) => !it.holds(leaf),
        }
    }

    /// Whether it may hold, where `leaf` says what is known to hold or not; nothing is known of the other columns.
    pub(super) fn may_hold(&self, leaf: &impl Fn(&L) -> Option<bool>) -> Option<bool> {
        match self {
            Self::Always(holds) => Some(*holds),
            Self::Leaf(it) => leaf(it),
            Self::All(all) => all
                .iter()
                .try_fold(Some(true), |known, it| match it.may_hold(leaf) {
                    Some(false) => Err(Some(false)),
                    holds => Ok(known.and(holds)),
                })
                .unwrap_or_else(|no| no),
            Self::Any(any) => any
                .iter()
                .try_fold(Some(false), |known, it| match it.may_hold(leaf) {
                    Some(true) => Err(Some(true)),
                    holds => Ok(known.and(holds)),
                })
                .unwrap_or_else(|yes| yes),
            Self::Not(it) => it.may_hold(leaf).map(|holds| !holds),
        }
    }

    /// All conditions on columns.
    pub(super) fn leaves(&self) -> Vec<&L> {
        match self {
            Self::Always(_) => Vec::new(),
            Self::Leaf(it) => vec![it],
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::leaves).collect(),
            Self::Not(it) => it.leaves(),
        }
    }

    /// The same with other leaves, made in the order of [`Self::leaves`].
    pub(super) fn with<M>(&self, leaves: &mut impl Iterator<Item = M>) -> Test<M> {
        let mut all = |tests: &[Self]| tests.iter().map(|it| it.with(leaves)).collect();
        match self {
            Self::Always(holds) => Test::Always(*holds),
            Self::Leaf(_) => leaves.next().map_or(Test::Always(false), Test::Leaf),
            Self::All(tests) => Test::All(all(tests)),
            Self::Any(tests) => Test::Any(all(tests)),
            Self::Not(it) => Test::Not(Box::new(it.with(leaves))),
        }
    }
}

impl Leaf {
    /// Refuses what no cell of a column can be compared with, and brings GUIDs into lower case.
    ///
    /// # Errors
    /// [`BadQuery::Mismatch`].
    pub fn checked(mut self, name: &str, kind: Kind) -> Result<Self, BadQuery> {
        let of = match (self.by, kind) {
            (By::Itself, kind) => Some(kind),
            (By::Lower | By::Upper | By::Trimmed, Kind::Text) => Some(Kind::Text),
            (By::Lower | By::Upper | By::Trimmed, Kind::Guid) => Some(Kind::Guid),
            (By::Length, Kind::Text | Kind::Guid) | (By::Year | By::Month | By::Day, Kind::Date) => {
                Some(Kind::Number(0))
            }
            _ => None,
        };
        let mismatch = || BadQuery::Mismatch(name.to_owned(), kind);
        let of = of.ok_or_else(mismatch)?;
        let fits = |value: &Value<'_>| match value {
            Value::Nothing => true,
            Value::Text(_) => matches!(of, Kind::Text | Kind::Guid),
            Value::Number { .. } => matches!(of, Kind::Number(_)),
            Value::Date(_) => of == Kind::Date,
        };
        let lower = |value: &mut Value<'static>| {
            if let (Kind::Guid, Value::Text(text)) = (of, value) {
                text.to_mut().make_ascii_lowercase();
            }
        };
        let fit = match &mut self.must {
            Must::Be(_, value) => {
                lower(value);
                fits(value)
            }
            Must::In(values) => {
                values.iter_mut().for_each(lower);
                values.iter().all(fits)
            }
            Must::Have(..) | Must::Like(_) => matches!(of, Kind::Text | Kind::Guid),
        };
        if fit { Ok(self) } else { Err(mismatch()) }
    }

    /// Whether it holds of a cell.
    pub(super) fn holds(&self, cell: &Value<'_>) -> bool {
        let value = self.by.of(cell);
        match &self.must {
            Must::Be(How::Equal, other) => equal(&value, other),
            Must::Be(How::NotEqual, other) => !equal(&value, other),
            Must::Be(how, other) => value.compare(other).is_some_and(|order| match how {
                How::Less => order.is_lt(),
                How::AtMost => order.is_le(),
                How::Greater => order.is_gt(),
                _ => order.is_ge(),
            }),
            Must::In(values) => values.iter().any(|other| equal(&value, other)),
            Must::Have(place, part) => text(&value).is_some_and(|text| match place {
                Where::Anywhere => text.contains(part),
                Where::Beginning => text.starts_with(part),
                Where::End => text.ends_with(part),
            }),
            Must::Like(pattern) => text(&value).is_some_and(|text| like(&text.to_lowercase(), &pattern.to_lowercase())),
        }
    }
}

fn equal(a: &Value<'_>, b: &Value<'_>) -> bool {
    matches!((a, b), (Value::Nothing, Value::Nothing)) || a.compare(b) == Some(Ordering::Equal)
}

fn text<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

/// Matches a pattern without going back more than to its last `%`, so that no pattern takes long.
fn like(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) = (text.chars().collect(), pattern.chars().collect());
    let (mut at, mut next, mut back) = (0, 0, None);
    while at < text.len() {
        match pattern.get(next) {
            Some('%') => {
                back = Some((at, next));
                next += 1;
            }
            Some(it) if *it == '_' || *it == text[at] => (at, next) = (at + 1, next + 1),
            _ => {
                let Some((from, star)) = back else { return false };
                back = Some((from + 1, star));
                (at, next) = (from + 1, star + 1);
            }
        }
    }
    pattern[next..].iter().all(|it| *it == '%')
}

impl By {
    fn of<'a>(self, cell: &'a Value<'_>) -> Value<'a> {
        let part = |read: fn(&str) -> String| text(cell).map_or(Value::Nothing, |it| Value::Text(Cow::Owned(read(it))));
        let calendar = |read: fn(jiff::civil::Date) -> i64| match cell {
            Value::Date(days) => Value::whole(read(super::day(*days))),
            _ => Value::Nothing,
        };
        match self {
            Self::Itself => match cell {
                Value::Nothing => Value::Nothing,
                Value::Text(text) => Value::Text(Cow::Borrowed(text)),
                Value::Number { units, places } => Value::Number { units: *units, places: *places },
                Value::Date(days) => Value::Date(*days),
            },
            Self::Lower => part(str::to_lowercase),
            Self::Upper => part(str::to_uppercase),
            Self::Trimmed => part(|it| it.trim().to_owned()),
            Self::Length => text(cell)
                .map_or(Value::Nothing, |it| Value::whole(i64::try_from(it.chars().count()).unwrap_or(i64::MAX))),
            Self::Year => calendar(|day| day.year().into()),
            Self::Month => calendar(|day| day.month().into()),
            Self::Day => calendar(|day| day.day().into()),
        }
    }
}

#[cfg(test)]
mod tests;
