//! Every metric of an account, month by month: the figures of all pages at once.

use super::{
    ask::Ask,
    blocks::by_month,
    board::{Board, Rows},
};
use crate::{Domain, Error, access::Caller, extract, reading::steady};
use model::{Dataset, InsightQuery, Metric, MonthRange, Permission};

/// The metrics whose datasets the caller may see, each with its value in each month, unknown where it has none.
///
/// # Errors
/// [`Error::Denied`] without the right to see licences; [`Error::Db`] when the database fails.
pub(crate) async fn measures(
    domain: &Domain,
    caller: &Caller,
    months: MonthRange,
) -> Result<Vec<(Metric, Vec<Option<i64>>)>, Error> {
    steady!(read(domain, caller, months).await)
}

async fn read(domain: &Domain, caller: &Caller, range: MonthRange) -> Result<Vec<(Metric, Vec<Option<i64>>)>, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let shown = |dataset: &Dataset| extract::columns(*dataset).is_some() && caller.opens(extract::permission(*dataset));
    let metrics: Vec<Metric> = Metric::ALL.iter().copied().filter(|metric| shown(&metric.dataset())).collect();
    let datasets: Vec<Dataset> = extract::datasets().filter(shown).collect();
    let query = InsightQuery { months: Some(range), ..InsightQuery::default() };
    let Some(board) = Board::new(domain, scope, &query, &datasets, Rows::Shown).await? else { return Ok(Vec::new()) };
    let months = range.months().collect();
    let answer =
        board.answer(&Ask { metrics: metrics.clone(), by: None, by_month: true, months, shown: range.to }).await?;
    Ok(metrics.into_iter().enumerate().map(|(at, metric)| (metric, by_month(&answer, at, range))).collect())
}
