//! The figures of the usage datasets for one month.

use super::teams::{self, TeamsUsage};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure},
    reading::{Reading, steady},
    scan::Query,
};
use model::{Dataset, Month, Permission};

/// The usage of one month, attribution duplicates left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsageReport {
    /// Office 365 by workload, A to Z; none when the month has no rows.
    pub office: Vec<WorkloadUsage>,
    /// Dynamics 365.
    pub dynamics: SeatUsage,
    /// Power BI.
    pub power_bi: SeatUsage,
    /// Enterprise Mobility.
    pub ems: UnitUsage,
    /// Teams.
    pub teams: TeamsUsage,
}

/// Units of a product family. `None` is *unknown*: the month has no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitUsage {
    /// Paid available units.
    pub paid_units: Option<i64>,
    /// People active in the calendar month.
    pub monthly_users: Option<i64>,
}

/// A workload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkloadUsage {
    /// The vendor's name; empty when unknown.
    pub name: String,
    /// Paid available units.
    pub paid_units: i64,
    /// People active in the calendar month.
    pub monthly_users: i64,
}

/// Seats of a product family. `None` is *unknown*: the month has no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatUsage {
    /// Seats sold and available.
    pub available: Option<i64>,
    /// Seats given to a person.
    pub assigned: Option<i64>,
    /// Seats with usage in the calendar month.
    pub active: Option<i64>,
}

/// The report of one month.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(domain: &Domain, caller: &Caller, month: Month) -> Result<UsageReport, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    steady!(build(domain, scope, month).await)
}

async fn build(domain: &Domain, scope: Scope, month: Month) -> Result<UsageReport, Error> {
    let reading = Reading::new(domain, scope).await?;
    let by_workload = Query {
        group: vec![Dim::Workload],
        measures: vec![Measure::PaidUnits, Measure::MonthlyUsers],
        ..Query::counted(Dataset::OfficeUsage, vec![month])
    };
    let groups = reading.scan(&by_workload).await?.into_iter();
    let mut office: Vec<WorkloadUsage> = groups
        .map(|group| WorkloadUsage {
            name: reading.dictionary.label(Dim::Workload, group.ids[0]).to_owned(),
            paid_units: group.sums[0],
            monthly_users: group.sums[1],
        })
        .collect();
    office.sort_by(|a, b| a.name.cmp(&b.name));
    let measures = vec![Measure::PaidUnits, Measure::MonthlyUsers];
    let ems = Query { measures, ..Query::counted(Dataset::EmsUsage, vec![month]) };
    let ems = reading.scan(&ems).await?.pop();
    let sum = |at: usize| ems.as_ref().map(|group| group.sums[at]);
    Ok(UsageReport {
        office,
        ems: UnitUsage { paid_units: sum(0), monthly_users: sum(1) },
        teams: teams::usage(&reading, month).await?,
        dynamics: seats(&reading, Dataset::DynamicsUsage, month).await?,
        power_bi: seats(&reading, Dataset::PowerBiUsage, month).await?,
    })
}

async fn seats(reading: &Reading, dataset: Dataset, month: Month) -> Result<SeatUsage, Error> {
    let measures = vec![Measure::Seats, Measure::Assigned, Measure::ActiveSeats];
    let rows = reading.scan(&Query { measures, ..Query::counted(dataset, vec![month]) }).await?;
    let sum = |at: usize| rows.first().map(|group| group.sums[at]);
    Ok(SeatUsage { available: sum(0), assigned: sum(1), active: sum(2) })
}
