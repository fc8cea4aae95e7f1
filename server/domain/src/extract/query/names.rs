//! The names of a query: datasets, columns under all spellings of the vendor's, metrics.

use crate::extract::column::Holds;
use crate::extract::{BadQuery, Column, Make, columns, datasets, place};
use model::Dataset;

/// Datasets that the API calls otherwise than the downloads.
const DATASETS: [(&str, Dataset); 2] =
    [("CloudProductsResellerPerformance", Dataset::ResellerPerformance), ("AzureUsageACR", Dataset::AzureUsage)];

/// Columns that the API calls otherwise than the downloads.
const SPELLINGS: [(Dataset, &str, &str); 8] = [
    (Dataset::Subscriptions, "TotalSoldSeats", "AvailableSeatsEOP"),
    (Dataset::AzureUsage, "ServiceName", "ServiceLevel1"),
    (Dataset::AzureUsage, "MeterCategory", "ServiceLevel2"),
    (Dataset::AzureUsage, "TotalACR", "ACR_USD"),
    (Dataset::EmsUsage, "PartnerAttachType", "PartnerAttributionType"),
    (Dataset::OfficeUsage, "PartnerAttachType", "PartnerAttributionType"),
    (Dataset::TeamsWorkload, "AllUpPartiticipants", "AllUpParticipants"),
    (Dataset::LicenseDeployment, "Month", "processedDateTime"),
];

/// Columns of the vendor's own queries that neither the downloads nor Seatscope have: always empty, so that such queries work.
const EMPTY: [&str; 7] = [
    "PartnerLocationID",
    "ProductFamily",
    "ProductPartNumber",
    "TotalAssignedSeats",
    "PartnerHierarchy",
    "CustomerCountry",
    "PGAMpnId",
];

/// Metrics that count what is different, and the columns that they count: the first that the dataset has.
const COUNTS: [(&str, &[&str]); 3] = [
    ("SubscriptionCount", &["SubscriptionId", "id", "EntitlementId"]),
    ("CustomerCount", &["CustomerTenantId", "CustomerId"]),
    ("CustomerTenantCount", &["CustomerTenantId", "CustomerId"]),
];

/// Metrics that add up, and the columns that they add: the first that the dataset has.
const SUMS: [(&str, &[&str]); 8] = [
    ("TotalSoldSeats", &["AvailableSeatsEOP", "licensesSold"]),
    ("TotalAvailableSeats", &["AvailableSeats"]),
    ("TotalAssignedSeats", &["AssignedSeats", "licensesDeployed"]),
    ("TotalActiveSeats", &["ActiveSeats"]),
    ("TotalRevenue", &["BilledRevenueUSD"]),
    ("TotalACR", &["ACR_USD", "AzureConsumedRevenueUSD"]),
    ("TotalPaidAvailableUnits", &["PaidAvailableUnits"]),
    ("TotalMonthlyActiveUsers", &["MonthlyActiveUsers"]),
];

/// The metrics of a dataset, by name.
#[must_use]
pub fn metrics(dataset: Dataset) -> Vec<&'static str> {
    let names = COUNTS.iter().map(|(name, _)| *name).chain(SUMS.iter().map(|(name, _)| *name));
    names.filter(|name| metric(dataset, name).is_some()).collect()
}

/// The column that says of when a row is, and whether that is a whole month.
#[must_use]
pub fn period(dataset: Dataset) -> Option<(&'static str, bool)> {
    let column = columns(dataset)?.iter().find(|column| column.is_period())?;
    Some((column.name, column.holds == Holds::Month))
}

/// A dataset that has rows, by any of its names.
pub(super) fn dataset(name: &str) -> Result<Dataset, BadQuery> {
    let same = |other: &str| other.eq_ignore_ascii_case(name);
    let own = datasets().find(|dataset| same(dataset.key()));
    let other = DATASETS.iter().find(|(other, _)| same(other)).map(|(_, dataset)| *dataset);
    own.or(other).ok_or_else(|| BadQuery::NoDataset(name.to_owned()))
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Named {
    /// A column, by its place.
    Column(usize),
    /// What is made of many rows.
    Metric(Make),
}

/// What a name of a dataset stands for: a column that counts or measures is added up where rows are put together.
pub(in crate::extract) fn named(dataset: Dataset, name: &str) -> Result<Named, BadQuery> {
    let all = columns(dataset).unwrap_or_default();
    if let Ok(at) = column(dataset, name) {
        return Ok(if all[at].is_metric() { Named::Metric(Make::Sum(at)) } else { Named::Column(at) });
    }
    metric(dataset, name).map(Named::Metric).ok_or_else(|| BadQuery::NoColumn(name.to_owned()))
}

/// A column by any of its names.
pub(in crate::extract) fn column(dataset: Dataset, name: &str) -> Result<usize, BadQuery> {
    let all = columns(dataset).unwrap_or_default();
    let spelled = SPELLINGS.iter().find(|(of, api, _)| *of == dataset && api.eq_ignore_ascii_case(name));
    let name = spelled.map_or(name, |(.., ours)| ours);
    let empty =
        || EMPTY.iter().any(|it| it.eq_ignore_ascii_case(name)).then(|| all.iter().position(|it| !it.is_kept()));
    let found = place(all.iter().map(|column| column.name), name);
    found.or_else(|bad| empty().flatten().ok_or(bad))
}

fn metric(dataset: Dataset, name: &str) -> Option<Make> {
    let all: &[Column] = columns(dataset)?;
    let kept = |names: &[&str]| {
        let at = |name: &&str| all.iter().position(|it| it.is_kept() && it.name.eq_ignore_ascii_case(name));
        names.iter().find_map(at)
    };
    let of = |list: &[(&str, &[&str])]| {
        let found = list.iter().find(|(it, _)| it.eq_ignore_ascii_case(name))?;
        kept(found.1)
    };
    of(&COUNTS).map(Make::Different).or_else(|| of(&SUMS).map(Make::Sum))
}
