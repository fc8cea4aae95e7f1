//! A question about the rows of a dataset, as plain data.

use super::{BadQuery, Column, Kind, Test, Value, columns};
use model::Dataset;

/// Rows of a dataset that pass a test, oldest month first or in an order, or groups of them.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The dataset.
    pub dataset: Dataset,
    /// The columns of the answer, as places among [`columns`] of the dataset.
    pub select: Vec<usize>,
    /// What must hold of rows.
    pub test: Test,
    /// What they are ordered by, the first first.
    pub order: Vec<Order>,
    /// How many are left out first.
    pub skip: u64,
    /// How many there are at most.
    pub top: Option<u64>,
}

/// What rows are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column's place.
    pub column: usize,
    /// Whether the highest comes first. Empty cells are lower than all others.
    pub descending: bool,
}

/// How rows are put together.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The columns whose cells are the same in all rows of a group.
    pub by: Vec<usize>,
    /// What is made of each group.
    pub makes: Vec<Made>,
}

/// What is made of the rows of a group.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it is called.
    pub name: String,
    /// How it is made.
    pub how: Make,
}

/// How one value is made of many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Make {
    /// How many rows there are.
    Rows,
    /// The sum of a column; empty cells add nothing.
    Sum(usize),
    /// The mean of a column's cells that are not empty, with six decimals.
    Mean(usize),
    /// The lowest cell.
    Lowest(usize),
    /// The highest cell.
    Highest(usize),
    /// How many different cells there are, empty ones left aside.
    Different(usize),
}

impl Make {
    /// The column it is made of.
    #[must_use]
    pub const fn column(self) -> Option<usize> {
        match self {
            Self::Rows => None,
            Self::Sum(it) | Self::Mean(it) | Self::Lowest(it) | Self::Highest(it) | Self::Different(it) => Some(it),
        }
    }

    /// What it makes of a column's cells.
    ///
    /// # Errors
    /// [`BadQuery::Mismatch`] for the sum or the mean of what is no number.
    pub fn kind(self, name: &str, of: Kind) -> Result<Kind, BadQuery> {
        match (self, of) {
            (Self::Rows | Self::Different(_), _) => Ok(Kind::Number(0)),
            (Self::Lowest(_) | Self::Highest(_), kind) => Ok(kind),
            (Self::Sum(_), Kind::Number(places)) => Ok(Kind::Number(places)),
            (Self::Mean(_), Kind::Number(_)) => Ok(Kind::Number(6)),
            _ => Err(BadQuery::Mismatch(name.to_owned(), of)),
        }
    }
}

impl Ask {
    /// All rows of a dataset, with all columns.
    ///
    /// # Errors
    /// [`BadQuery::NoDataset`] when it has none to take out.
    pub fn all(dataset: Dataset) -> Result<Self, BadQuery> {
        let all = columns(dataset).ok_or_else(|| BadQuery::NoDataset(dataset.key().to_owned()))?;
        Ok(Self {
            dataset,
            select: (0..all.len()).collect(),
            test: Test::Always(true),
            order: Vec::new(),
            skip: 0,
            top: None,
        })
    }

    /// The columns of the answer.
    #[must_use]
    pub fn selected(&self) -> Vec<&'static Column> {
        self.select.iter().map(|place| &self.columns()[*place]).collect()
    }

    /// All columns of its dataset.
    #[must_use]
    pub fn columns(&self) -> &'static [Column] {
        columns(self.dataset).unwrap_or_default()
    }
}

/// A row that is not one of facts.
pub type Row = Vec<Value<'static>>;

/// The place of a column by its name; case does not matter.
///
/// # Errors
/// [`BadQuery::NoColumn`].
pub fn place<'a>(names: impl IntoIterator<Item = &'a str>, name: &str) -> Result<usize, BadQuery> {
    let mut names = names.into_iter();
    names.position(|it| it.eq_ignore_ascii_case(name)).ok_or_else(|| BadQuery::NoColumn(name.to_owned()))
}
