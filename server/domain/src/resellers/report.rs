//! The resellers of each month.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure},
    reading::{Reading, steady},
    scan::{Filter, Group, Query},
};
use model::{Dataset, Month, MonthRange, Permission, UsdCents};

/// The resellers of a month. `None` is *unknown*: no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResellerMonth {
    /// The month.
    pub month: Month,
    /// Resellers with rows, those left out whom the vendor calls suspended or gone.
    pub active: Option<u64>,
    /// Billed revenue of all resellers.
    pub billed_revenue: Option<UsdCents>,
}

/// States that an active reseller may have: unknown, active, in grace, other.
const ACTIVE: [u32; 4] = [0, 1, 2, 5];

/// Every month from the first with rows to the last, oldest first.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn report(domain: &Domain, caller: &Caller) -> Result<Vec<ResellerMonth>, Error> {
    let scope = caller.may(Permission::ViewResellers)?;
    steady!(build(domain, scope).await)
}

async fn build(domain: &Domain, scope: Scope) -> Result<Vec<ResellerMonth>, Error> {
    let reading = Reading::new(domain, scope).await?;
    let known = reading.months(Dataset::ResellerPerformance);
    let Some((from, to)) = known.first().copied().zip(known.last().copied()) else { return Ok(Vec::new()) };
    let counted = Query { by_month: true, ..Query::counted(Dataset::ResellerPerformance, known.clone()) };
    let billed = Query { measures: vec![Measure::RevenueCents], ..counted.clone() };
    let billed = reading.scan(&billed).await?;
    let mut active = Query { distinct: Some(Dim::Reseller), ..counted };
    active.filters.push(Filter::In(Dim::State, ACTIVE.to_vec()));
    let active = reading.scan(&active).await?;
    let months = MonthRange { from, to }.months().map(|month| {
        let here = |groups: &[Group]| groups.iter().find(|group| group.month == Some(month)).cloned();
        let count = here(&active).map_or(0, |group| group.distinct);
        let revenue = here(&billed).map_or(0, |group| group.sums[0]);
        let is_known = known.contains(&month);
        ResellerMonth {
            month,
            active: is_known.then_some(count),
            billed_revenue: is_known.then_some(UsdCents(revenue)),
        }
    });
    Ok(months.collect())
}
