//! The query language of the vendor's programmatic Insights API: `SELECT … FROM … WHERE … ORDER BY … LIMIT … TIMESPAN …`.
//!
//! Source: the vendor's *custom query specification* and *data definitions* of that API. All of it is read without regard to
//! case; conditions are joined by AND only; rows come in descending order where none is named; without a span they are of six
//! months. Spans count back from the newest month that is there, not from today, so that late data are not missed.

mod names;
mod read;
#[cfg(test)]
mod tests;
mod words;

pub(super) use names::{Named, column, named};
pub use names::{metrics, period};

use super::BadQuery;
use model::{Dataset, FilePeriod};

/// The longest query, in bytes.
const LONGEST: usize = 8_192;
/// Months that a query without a span is of.
const SPAN: u16 = 6;
/// The spans that are offered; any other number of months or years is read too.
pub const SPANS: [&str; 6] =
    ["LAST_MONTH", "LAST_3_MONTHS", "LAST_6_MONTHS", "LAST_12_MONTHS", "LAST_24_MONTHS", "LIFETIME"];

/// A query, as it was written: names are looked up when it is made into a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The dataset.
    pub dataset: Dataset,
    /// Of which months.
    pub period: FilePeriod,
    /// Columns and metrics, in the order of the answer; none for all columns.
    pub(super) select: Vec<String>,
    pub(super) conditions: Vec<Condition>,
    pub(super) order: Vec<(String, bool)>,
    pub(super) limit: Option<u64>,
}

/// What must hold of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) column: String,
    pub(super) how: Is,
    /// One, but for lists.
    pub(super) values: Vec<String>,
}

/// How a column compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Like,
    NotLike,
    In,
    NotIn,
}

impl std::str::FromStr for Query {
    type Err = BadQuery;

    fn from_str(text: &str) -> Result<Self, BadQuery> {
        if text.len() > LONGEST {
            return Err(BadQuery::Syntax(format!("the query is longer than {LONGEST} bytes")));
        }
        read::query(text)
    }
}
