//! The programmatic Insights API: queries that a program keeps, reports of them that are made into files once or again and
//! again, and signed links to those files. Each person's own.

mod due;
mod executions;
mod link;
mod queries;
mod reports;
#[cfg(test)]
mod tests;
mod trial;

pub(crate) use due::run_due;
pub use executions::{Execution, executions};
pub use link::{LINK_LASTS, Link, follow};
pub use queries::{NewQuery, SavedQuery, keep_query, queries, query, remove_query, system};
pub use reports::{Change, NewReport, Report, State, When, change, keep_report, pause, remove_report, reports, resume};
pub use trial::{Trial, trial};

use crate::{
    Error,
    access::Caller,
    extract::{BadQuery, Question, permission, query},
};
use jiff::civil::Date;
use model::{Dataset, FileCondition, FileFormat, FileHow, FileOrder, FilePeriod};

/// Hours between two files of a report: the least and the most.
pub const HOURS: std::ops::RangeInclusive<i64> = 4..=2_160;

/// The order behind a query, of these days instead of its span where they are given.
///
/// # Errors
/// [`Error::Query`] when it makes no sense; [`Error::Denied`] without the right to see its dataset.
fn order(
    caller: &Caller,
    text: &str,
    days: (Option<Date>, Option<Date>),
    format: FileFormat,
) -> Result<FileOrder, Error> {
    let query: query::Query = text.parse()?;
    caller.may(permission(query.dataset))?;
    let conditions = between(query.dataset, days);
    let period = if conditions.is_empty() { query.period } else { FilePeriod::All };
    let order = FileOrder {
        dataset: query.dataset,
        columns: Vec::new(),
        period,
        conditions,
        format,
        query: Some(text.to_owned()),
    };
    Question::of(&order, None)?;
    Ok(order)
}

/// That rows are of these days; of the whole months that they are in, where rows are of months.
fn between(dataset: Dataset, (from, to): (Option<Date>, Option<Date>)) -> Vec<FileCondition> {
    let Some((column, whole)) = query::period(dataset) else { return Vec::new() };
    let from = from.map(|day| if whole { day.first_of_month() } else { day });
    let condition = |how, day: Date| FileCondition { column: column.to_owned(), how, value: day.to_string() };
    let (from, to) = (from.map(|day| condition(FileHow::AtLeast, day)), to.map(|day| condition(FileHow::AtMost, day)));
    from.into_iter().chain(to).collect()
}

/// A name as it is kept: one line, not too long.
fn named(field: &str, name: &str) -> Result<String, BadQuery> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(200).collect();
    if name.is_empty() { Err(BadQuery::Syntax(format!("{field} is missing"))) } else { Ok(name) }
}
