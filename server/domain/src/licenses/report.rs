//! The figures and charts of the licence page.

use super::{
    rows::by_customer,
    slice::{Slice, add},
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::Dim,
    reading::steady,
};
use model::{
    Bands, Dataset, LicenseFilter, LicenseReport, Month, MonthRange, Permission, Seats, Slice as Part, TrendPoint,
};
use std::collections::BTreeMap;

/// The report for a filter. A month without rows has unknown stocks, not zeros.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(domain: &Domain, caller: &Caller, filter: &LicenseFilter) -> Result<LicenseReport, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    steady!(of_filter(domain, scope, filter).await)
}

async fn of_filter(domain: &Domain, scope: Scope, filter: &LicenseFilter) -> Result<LicenseReport, Error> {
    build(&Slice::new(domain, scope, filter).await?).await
}

/// One customer over all months, with its market and segment in the last month.
pub(crate) async fn of_customer(
    domain: &Domain,
    caller: &Caller,
    customer: u32,
) -> Result<(LicenseReport, String, String), Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    steady!(build_customer(domain, scope, customer).await)
}

async fn build_customer(
    domain: &Domain,
    scope: Scope,
    customer: u32,
) -> Result<(LicenseReport, String, String), Error> {
    let slice = Slice::of_customer(domain, scope, customer).await?;
    let mut report = build(&slice).await?;
    // The customer's own first month on: what lies before is not unknown, there was no customer.
    let first = report.trend.iter().position(|point| point.seats != Seats::default()).unwrap_or(0);
    report.trend.drain(..first);
    let Some(months) = slice.months else { return Ok((report, String::new(), String::new())) };
    let dims = [Dim::Market, Dim::Segment];
    let groups = slice.scan(Dataset::LicenseDeployment, months.months().collect(), &dims, true).await?;
    let newest = groups.last().map_or([0, 0], |group| [group.ids[0], group.ids[1]]);
    let label = |dim, id| slice.reading.dictionary.label(dim, id).to_owned();
    Ok((report, label(Dim::Market, newest[0]), label(Dim::Segment, newest[1])))
}

async fn build(slice: &Slice) -> Result<LicenseReport, Error> {
    let Some(months) = slice.months else { return Ok(LicenseReport::default()) };
    let last = vec![months.to];
    let (trend, by_product, by_workload, customers) = tokio::try_join!(
        trend(slice, months),
        breakdown(slice, Dataset::LicenseDeployment, &last, Dim::Product),
        breakdown(slice, Dataset::LicenseUsage, &last, Dim::Workload),
        by_customer(slice, months.to),
    )?;
    let mut report = LicenseReport { months: Some(months), trend, by_product, by_workload, ..LicenseReport::default() };
    report.bands_deployment =
        bands(customers.iter().filter(|it| it.seats.sold.is_some()).map(|it| it.seats.deployment()));
    report.bands_usage = bands(customers.iter().map(|it| it.seats.usage()));
    let deployed = customers.iter().filter(|it| it.seats.sold.is_some()).count();
    report.left_out = slice.reading.dictionary.products_left_out();
    report.customers = u32::try_from(deployed).unwrap_or(u32::MAX);
    Ok(report)
}

fn bands(percents: impl Iterator<Item = Option<model::Percent>>) -> Bands {
    let mut bands = Bands::default();
    percents.for_each(|percent| bands.add(percent));
    bands
}

async fn trend(slice: &Slice, range: MonthRange) -> Result<Vec<TrendPoint>, Error> {
    let mut months: BTreeMap<Month, Seats> = range.months().map(|month| (month, Seats::default())).collect();
    let scan = |dataset| slice.scan(dataset, range.months().collect(), &[], true);
    let (deployment, usage) = tokio::try_join!(scan(Dataset::LicenseDeployment), scan(Dataset::LicenseUsage))?;
    for (dataset, groups) in [(Dataset::LicenseDeployment, deployment), (Dataset::LicenseUsage, usage)] {
        for group in groups {
            if let Some(seats) = group.month.and_then(|month| months.get_mut(&month)) {
                add(seats, dataset, &group);
            }
        }
    }
    Ok(months.into_iter().map(|(month, seats)| TrendPoint { month, seats }).collect())
}

/// The values of one dimension, the largest whole first.
async fn breakdown(slice: &Slice, dataset: Dataset, months: &[Month], dim: Dim) -> Result<Vec<Part>, Error> {
    let groups = slice.scan(dataset, months.to_vec(), &[dim], false).await?;
    let mut parts: Vec<Part> = groups
        .iter()
        .map(|group| {
            let mut seats = Seats::default();
            add(&mut seats, dataset, group);
            Part { name: slice.reading.dictionary.label(dim, group.ids[0]).to_owned(), seats }
        })
        .collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(part.seats.sold.or(part.seats.qualified)), part.name.clone()));
    Ok(parts)
}
