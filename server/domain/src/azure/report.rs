//! The consumption figures of a span of months.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure},
    reading::{Reading, steady},
    scan::{Group, Query},
};
use model::{Dataset, Month, MonthRange, Permission, UsdCents};
use std::{cmp::Reverse, collections::BTreeMap};

/// How many customers are listed as the largest.
const TOP: usize = 5;

/// Azure consumed revenue of a span of months, attribution duplicates left out. `None` is *unknown*: no rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AzureReport {
    /// Of all months.
    pub acr: Option<UsdCents>,
    /// Of each month of the span, oldest first.
    pub by_month: Vec<(Month, Option<UsdCents>)>,
    /// By service, A to Z; an empty name is an unknown service.
    pub by_service: Vec<(String, UsdCents)>,
    /// The customers who consumed most, by name.
    pub top: Vec<(String, UsdCents)>,
    /// Customers with rows.
    pub customers: Option<u64>,
}

/// The report from one month to another, both included; without them from the first and to the last that has rows.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(
    domain: &Domain,
    caller: &Caller,
    from: Option<Month>,
    to: Option<Month>,
) -> Result<AzureReport, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    steady!(build(domain, scope, from, to).await)
}

async fn build(domain: &Domain, scope: Scope, from: Option<Month>, to: Option<Month>) -> Result<AzureReport, Error> {
    let reading = Reading::new(domain, scope).await?;
    let known = reading.months(Dataset::AzureUsage);
    let from = from.or(known.first().copied());
    let Some((from, to)) = from.zip(to.or(known.last().copied())) else { return Ok(AzureReport::default()) };
    let months: Vec<Month> = MonthRange { from, to }.months().collect();
    let counted = Query::counted(Dataset::AzureUsage, known.into_iter().filter(|it| months.contains(it)).collect());
    let query = Query { measures: vec![Measure::AcrNanos], ..counted };

    // By month, because the billionths of a year of a large account may be beyond 64 bits.
    let groups = Query { group: vec![Dim::AzureService], by_month: true, ..query.clone() };
    let groups = reading.scan(&groups).await?;
    if groups.is_empty() {
        let by_month = months.into_iter().map(|month| (month, None)).collect();
        return Ok(AzureReport { by_month, ..AzureReport::default() });
    }
    let in_months = sums(&groups, |group| group.month);
    let services = sums(&groups, |group| reading.dictionary.label(Dim::AzureService, group.ids[0]).to_owned());
    let customers = Query { group: vec![Dim::Customer], ..query };
    let customers = reading.scan(&customers).await?;
    Ok(AzureReport {
        acr: Some(cents(in_months.values().sum())),
        by_month: months.into_iter().map(|month| (month, in_months.get(&Some(month)).copied().map(cents))).collect(),
        by_service: services.into_iter().map(|(service, nanos)| (service, cents(nanos))).collect(),
        customers: Some(customers.len() as u64),
        top: top(&reading, &customers),
    })
}

/// Billionths by a key of the groups.
fn sums<K: Ord>(groups: &[Group], key: impl Fn(&Group) -> K) -> BTreeMap<K, i128> {
    let mut sums = BTreeMap::new();
    for group in groups {
        *sums.entry(key(group)).or_default() += i128::from(group.sums[0]);
    }
    sums
}

/// The largest, among equals by name.
fn top(reading: &Reading, customers: &[Group]) -> Vec<(String, UsdCents)> {
    let name = |id: u32| {
        let customer = reading.dictionary.customer(id);
        customer.map(|it| if it.name.is_empty() { &it.tenant } else { &it.name }).cloned().unwrap_or_default()
    };
    let mut all: Vec<_> = customers.iter().map(|group| (Reverse(group.sums[0]), name(group.ids[0]))).collect();
    all.sort_unstable();
    all.truncate(TOP);
    all.into_iter().map(|(Reverse(nanos), name)| (name, cents(nanos.into()))).collect()
}

/// Rounded half away from zero, as each amount of a file is.
fn cents(nanos: i128) -> UsdCents {
    const NANOS: i128 = 10_000_000;
    let rounded = (nanos.abs() + NANOS / 2) / NANOS * nanos.signum();
    UsdCents(i64::try_from(rounded).unwrap_or(if nanos < 0 { i64::MIN } else { i64::MAX }))
}
