//! Metrics by customer, in a month and in the one before it: what the pages' tables of movers are made of, of several metrics at
//! once.

use super::{
    answer::Answer,
    ask::Ask,
    board::{Board, Rows},
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    dictionary::Dictionary,
    extract::permission,
    fact::Dim,
    reading::steady,
};
use model::{Dataset, InsightQuery, Metric, Month};
use std::sync::Arc;

/// What was found of each dataset that the caller may see.
pub(crate) struct ByCustomer {
    found: Vec<Pair>,
    dictionary: Arc<Dictionary>,
}

/// Metrics of one dataset in its newest whole month.
pub(crate) struct Pair {
    metrics: Vec<Metric>,
    answer: Answer,
    /// The newest month that is over.
    pub(crate) month: Month,
    /// Whether the month before it has rows, too.
    pub(crate) comparable: bool,
}

/// Asks for metrics by customer, each in its dataset's newest month before `until`. Those of datasets that the caller may not
/// see are not asked for.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn by_customer(
    domain: &Domain,
    caller: &Caller,
    scope: Scope,
    metrics: &[Metric],
    until: Month,
) -> Result<ByCustomer, Error> {
    steady!(read(domain, caller, scope, metrics, until).await)
}

async fn read(
    domain: &Domain,
    caller: &Caller,
    scope: Scope,
    metrics: &[Metric],
    until: Month,
) -> Result<ByCustomer, Error> {
    let may = |metric: &Metric| caller.opens(permission(metric.dataset()));
    let metrics: Vec<Metric> = metrics.iter().copied().filter(may).collect();
    let mut datasets: Vec<Dataset> = metrics.iter().map(|metric| metric.dataset()).collect();
    datasets.sort_unstable();
    datasets.dedup();
    // The range is nobody's choice here: each dataset has its own months.
    let query = InsightQuery { months: Some(model::MonthRange { from: until, to: until }), ..InsightQuery::default() };
    let mut found = Vec::new();
    let board = Board::new(domain, scope, &query, &datasets, Rows::Shown).await?.ok_or(Error::NotFound)?;
    for dataset in datasets {
        let known = board.known(dataset);
        let Some(month) = known.iter().rev().find(|month| **month < until).copied() else { continue };
        let before = month.plus(-1);
        let comparable = known.contains(&before);
        let metrics: Vec<Metric> = metrics.iter().copied().filter(|metric| metric.dataset() == dataset).collect();
        let months = vec![before, month];
        let ask = Ask { metrics: metrics.clone(), by: Some(Dim::Customer), by_month: true, months, shown: month };
        found.push(Pair { answer: board.answer(&ask).await?, metrics, month, comparable });
    }
    Ok(ByCustomer { found, dictionary: Arc::clone(&board.reading.dictionary) })
}

impl ByCustomer {
    /// What was found of a metric's dataset; nothing where it has no whole month, or the caller may not see it.
    pub(crate) fn of(&self, metric: Metric) -> Option<&Pair> {
        self.found.iter().find(|pair| pair.metrics.contains(&metric))
    }

    /// The tenant and the name of a customer, or else the tenant again.
    pub(crate) fn called(&self, customer: u32) -> (String, String) {
        let (tenant, name) = self.dictionary.called(customer);
        let name = if name.is_empty() { tenant.clone() } else { name };
        (tenant, name)
    }
}

impl Pair {
    /// The ids of customers; the unknown one is nobody.
    pub(crate) fn customers(&self) -> impl Iterator<Item = u32> {
        1..self.answer.ids()
    }

    /// A metric of a customer in the month.
    pub(crate) fn now(&self, metric: Metric, customer: u32) -> Option<i64> {
        self.value(metric, self.month, customer)
    }

    /// The same in the month before; unknown when that has no rows.
    pub(crate) fn before(&self, metric: Metric, customer: u32) -> Option<i64> {
        self.value(metric, self.month.plus(-1), customer)
    }

    fn value(&self, metric: Metric, month: Month, customer: u32) -> Option<i64> {
        let at = self.metrics.iter().position(|it| *it == metric)?;
        if customer < self.answer.ids() { self.answer.value(at, month, customer) } else { None }
    }
}
