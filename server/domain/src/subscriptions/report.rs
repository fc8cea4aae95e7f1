//! The subscription figures of one month.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure, STATES},
    scan::{Filter, Query},
};
use model::{Dataset, Month, Permission, UsdCents};
use std::collections::BTreeSet;

/// The figures of one month. `None` is *unknown*: no rows for the month, or no month before it to compare with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubscriptionReport {
    /// Seats at the end of the month, attribution duplicates left out.
    pub seats: Option<i64>,
    /// Billed revenue, attribution duplicates left out.
    pub billed_revenue: Option<UsdCents>,
    /// Subscriptions by state, in the order of [`STATES`].
    pub states: Option<[u64; STATES.len()]>,
    /// Subscriptions seen in this month and in none before.
    pub new: Option<u64>,
    /// Subscriptions that became deprovisioned in this month.
    pub churned: Option<u64>,
}

/// The id of the state `deprovisioned`.
const DEPROVISIONED: u32 = 4;

/// The report of one month.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(domain: &Domain, caller: &Caller, month: Month) -> Result<SubscriptionReport, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    let known: Vec<Month> =
        domain.facts.months(&scope, Dataset::Subscriptions).await?.into_iter().map(|(month, _)| month).collect();
    if !known.contains(&month) {
        return Ok(SubscriptionReport::default());
    }
    let mut report = SubscriptionReport::default();
    let totals = Query { measures: vec![Measure::Seats, Measure::RevenueCents], ..counted(vec![month]) };
    let rows = domain.facts.scan(&scope, &totals).await?.rows;
    report.seats = Some(rows.first().map_or(0, |group| group.sums[0]));
    report.billed_revenue = Some(UsdCents(rows.first().map_or(0, |group| group.sums[1])));

    let by_state = Query { group: vec![Dim::State], distinct: Some(Dim::Subscription), ..counted(vec![month]) };
    let mut states = [0; STATES.len()];
    for group in domain.facts.scan(&scope, &by_state).await?.rows {
        // An unknown state is another state.
        let place = (group.ids[0] as usize).checked_sub(1).unwrap_or(STATES.len() - 1);
        states[place] += group.distinct;
    }
    report.states = Some(states);

    let earlier: Vec<Month> = known.iter().copied().filter(|other| *other < month).collect();
    if let Some(before) = earlier.last().copied() {
        let here = subscriptions(domain, &scope, vec![month], None).await?;
        let seen = subscriptions(domain, &scope, earlier, None).await?;
        report.new = Some(here.difference(&seen).count() as u64);
        let gone = subscriptions(domain, &scope, vec![month], Some(DEPROVISIONED)).await?;
        let gone_before = subscriptions(domain, &scope, vec![before], Some(DEPROVISIONED)).await?;
        report.churned = Some(gone.difference(&gone_before).count() as u64);
    }
    Ok(report)
}

/// The subscriptions of some months, of one state or of any.
async fn subscriptions(
    domain: &Domain,
    scope: &Scope,
    months: Vec<Month>,
    state: Option<u32>,
) -> Result<BTreeSet<u32>, Error> {
    let mut query = Query { group: vec![Dim::Subscription], ..counted(months) };
    query.filters.extend(state.map(|state| Filter::In(Dim::State, vec![state])));
    let rows = domain.facts.scan(scope, &query).await?.rows;
    Ok(rows.into_iter().map(|group| group.ids[0]).collect())
}

/// A query over the one row of each fact that counts for the whole account.
fn counted(months: Vec<Month>) -> Query {
    Query { filters: vec![Filter::In(Dim::Counted, vec![1])], ..Query::of(Dataset::Subscriptions, months) }
}
