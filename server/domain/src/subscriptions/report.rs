//! The subscription figures of one month.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure, STATES},
    reading::{Reading, steady},
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
    steady!(build(domain, scope, month).await)
}

async fn build(domain: &Domain, scope: Scope, month: Month) -> Result<SubscriptionReport, Error> {
    let reading = Reading::new(domain, scope).await?;
    let known = reading.months(Dataset::Subscriptions);
    if !known.contains(&month) {
        return Ok(SubscriptionReport::default());
    }
    let mut report =
        SubscriptionReport { states: Some(states(&reading, month).await?), ..SubscriptionReport::default() };
    let totals = Query { measures: vec![Measure::Seats, Measure::RevenueCents], ..counted(vec![month]) };
    let rows = reading.scan(&totals).await?;
    report.seats = Some(rows.first().map_or(0, |group| group.sums[0]));
    report.billed_revenue = Some(UsdCents(rows.first().map_or(0, |group| group.sums[1])));

    let earlier: Vec<Month> = known.iter().copied().filter(|other| *other < month).collect();
    if let Some(before) = earlier.last().copied() {
        let here = subscriptions(&reading, vec![month], None).await?;
        let seen = subscriptions(&reading, earlier, None).await?;
        report.new = Some(here.difference(&seen).count() as u64);
        let gone = subscriptions(&reading, vec![month], Some(DEPROVISIONED)).await?;
        let gone_before = subscriptions(&reading, vec![before], Some(DEPROVISIONED)).await?;
        report.churned = Some(gone.difference(&gone_before).count() as u64);
    }
    Ok(report)
}

/// Subscriptions of a month by state, in the order of [`STATES`].
pub(crate) async fn states(reading: &Reading, month: Month) -> Result<[u64; STATES.len()], Error> {
    let by_state = Query { group: vec![Dim::State], distinct: Some(Dim::Subscription), ..counted(vec![month]) };
    let mut states = [0; STATES.len()];
    for group in reading.scan(&by_state).await? {
        // An unknown state is another state.
        let place = (group.ids[0] as usize).checked_sub(1).unwrap_or(STATES.len() - 1);
        states[place] += group.distinct;
    }
    Ok(states)
}

/// The subscriptions of some months, of one state or of any.
async fn subscriptions(reading: &Reading, months: Vec<Month>, state: Option<u32>) -> Result<BTreeSet<u32>, Error> {
    let mut query = Query { group: vec![Dim::Subscription], ..counted(months) };
    query.filters.extend(state.map(|state| Filter::In(Dim::State, vec![state])));
    let rows = reading.scan(&query).await?;
    Ok(rows.into_iter().map(|group| group.ids[0]).collect())
}

fn counted(months: Vec<Month>) -> Query {
    Query::counted(Dataset::Subscriptions, months)
}
