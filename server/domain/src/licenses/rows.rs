//! The customers of a month with their licences.

use super::slice::{Slice, add};
use crate::{Domain, Error, access::Caller, fact::Dim};
use model::{CustomerRow, Dataset, LicenseFilter, Month, Permission, Seats};
use std::collections::BTreeMap;

/// The customers of one month, as the command line and the exports print them.
#[derive(Clone, Debug, Default)]
pub struct CustomerLicenses {
    /// The month; nothing when no licence rows are there.
    pub month: Option<Month>,
    /// Customers with deployment rows, by name.
    pub rows: Vec<CustomerRow>,
}

/// All customers with deployment rows in the filter's last month.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn all_customers(
    domain: &Domain,
    caller: &Caller,
    filter: &LicenseFilter,
) -> Result<CustomerLicenses, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let slice = Slice::new(domain, scope, filter).await?;
    let Some(range) = slice.months else { return Ok(CustomerLicenses::default()) };
    let mut rows = named(domain, &slice, range.to).await?;
    rows.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(CustomerLicenses { month: Some(range.to), rows })
}

/// Customers with deployment rows in the month, with names and markets, in no particular order.
pub(super) async fn named(domain: &Domain, slice: &Slice, month: Month) -> Result<Vec<CustomerRow>, Error> {
    let dims = [Dim::Customer, Dim::Market];
    let markets = slice.scan(domain, Dataset::LicenseDeployment, vec![month], &dims, false).await?;
    let seats = by_customer(domain, slice, month).await?;
    let rows = markets.into_iter().filter_map(|group| {
        let customer = slice.dictionary.customer(group.ids[0])?;
        Some(CustomerRow {
            id: customer.tenant.clone(),
            name: customer.name.clone(),
            market: slice.dictionary.label(Dim::Market, group.ids[1]).to_owned(),
            seats: seats.get(&group.ids[0]).copied()?,
        })
    });
    Ok(rows.collect())
}

/// The stocks of every customer with licence rows in the month.
pub(super) async fn by_customer(domain: &Domain, slice: &Slice, month: Month) -> Result<BTreeMap<u32, Seats>, Error> {
    let mut customers: BTreeMap<u32, Seats> = BTreeMap::new();
    for dataset in [Dataset::LicenseDeployment, Dataset::LicenseUsage] {
        for group in slice.scan(domain, dataset, vec![month], &[Dim::Customer], false).await? {
            add(customers.entry(group.ids[0]).or_default(), dataset, &group);
        }
    }
    Ok(customers)
}
