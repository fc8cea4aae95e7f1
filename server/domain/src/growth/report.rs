//! The growth figures.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, STATES},
    reading::{Reading, steady},
    scan::Query,
    subscriptions,
};
use model::{Dataset, Month, MonthRange, Permission};
use std::collections::BTreeSet;

/// Customers over all months, and the breakdowns of one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GrowthReport {
    /// Every month from the first with customers to the last, oldest first.
    pub months: Vec<CustomerMonth>,
    /// Customers by market in the month asked for, A to Z; an empty name is an unknown market.
    pub by_market: Vec<(String, u64)>,
    /// Subscriptions by state in that month, in the order of [`STATES`]; nothing when it has no rows.
    pub states: Option<[u64; STATES.len()]>,
}

/// The customers of a month. `None` is *unknown*: no rows for the month, or none for the month before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomerMonth {
    /// The month.
    pub month: Month,
    /// Customers with rows in it.
    pub active: Option<u64>,
    /// Those who had none in the month before.
    pub new: Option<u64>,
    /// Those of the month before who have none any more.
    pub churned: Option<u64>,
}

/// The report, with the breakdowns of `month` or else of the latest one.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(domain: &Domain, caller: &Caller, month: Option<Month>) -> Result<GrowthReport, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    steady!(build(domain, scope, month).await)
}

async fn build(domain: &Domain, scope: Scope, month: Option<Month>) -> Result<GrowthReport, Error> {
    let reading = Reading::new(domain, scope).await?;
    let known = reading.months(Dataset::Customers);
    let with_states = reading.months(Dataset::Subscriptions);
    let months = by_month(&reading, &known).await?;
    let latest = known.last().copied().max(with_states.last().copied());
    let Some(month) = month.or(latest) else { return Ok(GrowthReport::default()) };
    let states = if with_states.contains(&month) { Some(subscriptions::states(&reading, month).await?) } else { None };
    Ok(GrowthReport { months, by_market: by_market(&reading, month).await?, states })
}

/// One month after the other: all customers of all months at once would be too many groups.
async fn by_month(reading: &Reading, known: &[Month]) -> Result<Vec<CustomerMonth>, Error> {
    let Some((from, to)) = known.first().copied().zip(known.last().copied()) else { return Ok(Vec::new()) };
    let (mut months, mut before) = (Vec::new(), None);
    for month in (MonthRange { from, to }).months() {
        let here = if known.contains(&month) { Some(customers(reading, month).await?) } else { None };
        let moved = here.as_ref().zip(before.as_ref());
        let count = |of: &BTreeSet<u32>, without: &BTreeSet<u32>| of.difference(without).count() as u64;
        months.push(CustomerMonth {
            month,
            active: here.as_ref().map(|here| here.len() as u64),
            new: moved.map(|(here, before)| count(here, before)),
            churned: moved.map(|(here, before)| count(before, here)),
        });
        before = here;
    }
    Ok(months)
}

async fn customers(reading: &Reading, month: Month) -> Result<BTreeSet<u32>, Error> {
    let query = Query { group: vec![Dim::Customer], ..Query::counted(Dataset::Customers, vec![month]) };
    Ok(reading.scan(&query).await?.into_iter().map(|group| group.ids[0]).collect())
}

async fn by_market(reading: &Reading, month: Month) -> Result<Vec<(String, u64)>, Error> {
    let query = Query {
        group: vec![Dim::Market],
        distinct: Some(Dim::Customer),
        ..Query::counted(Dataset::Customers, vec![month])
    };
    let groups = reading.scan(&query).await?.into_iter();
    let name = |id| reading.dictionary.label(Dim::Market, id).to_owned();
    let mut markets: Vec<_> = groups.map(|group| (name(group.ids[0]), group.distinct)).collect();
    markets.sort();
    Ok(markets)
}
