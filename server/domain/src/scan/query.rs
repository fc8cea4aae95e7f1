//! What can be asked, and what comes back.

use crate::fact::{Dim, Measure};
use model::{Dataset, Month};
use smallvec::SmallVec;

/// A question about the facts of one dataset.
///
/// Datasets without the columns market, segment and location take them from the customer's rows in the
/// customers dataset of the same month; a customer with several locations matches any of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// Which facts.
    pub dataset: Dataset,
    /// Which months, in any order. Months without facts give nothing.
    pub months: Vec<Month>,
    /// Rows must pass all of them.
    pub filters: Vec<Filter>,
    /// One group for each combination of these. Location only where the rows carry it themselves.
    pub group: Vec<Dim>,
    /// One group for each month as well.
    pub by_month: bool,
    /// What is added up. A date's sum means something only where a group is a single row.
    pub measures: Vec<Measure>,
    /// Of what each group counts the different ids, *unknown* (0) included.
    pub distinct: Option<Dim>,
    /// Only the largest groups.
    pub top: Option<Top>,
}

impl Query {
    /// Everything of some months, in one group, nothing added up.
    #[must_use]
    pub const fn of(dataset: Dataset, months: Vec<Month>) -> Self {
        Self {
            dataset,
            months,
            filters: Vec::new(),
            group: Vec::new(),
            by_month: false,
            measures: Vec::new(),
            distinct: None,
            top: None,
        }
    }

    /// The same of the one row of each fact that counts for the whole account.
    #[must_use]
    pub fn counted(dataset: Dataset, months: Vec<Month>) -> Self {
        Self { filters: vec![Filter::In(Dim::Counted, vec![1])], ..Self::of(dataset, months) }
    }
}

/// A condition on rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// The dimension has one of these ids; none of them passes nothing.
    In(Dim, Vec<u32>),
    /// The measure lies between these, both included.
    Within(Measure, i64, i64),
    /// The measure is a day (since 1970) and lies so many days after the row's month's last, both included; 0 is an unknown
    /// day and passes nothing.
    Days(Measure, i64, i64),
}

/// How many groups, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Top {
    /// The place in [`Query::measures`] of the sum that decides, largest first.
    pub by: usize,
    /// How many groups at most. Among equals the earlier month, then the smaller ids win.
    pub limit: usize,
}

/// One group of an answer. A group without rows is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The month, when the query asked by month.
    pub month: Option<Month>,
    /// In the order of [`Query::group`].
    pub ids: SmallVec<[u32; 4]>,
    /// In the order of [`Query::measures`].
    pub sums: SmallVec<[i64; 4]>,
    /// How many rows.
    pub rows: u64,
    /// How many different ids of [`Query::distinct`]; 0 when nothing was asked.
    pub distinct: u64,
}
