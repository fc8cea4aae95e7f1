//! The customers of a month with their licences.

use super::slice::{Slice, add};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Attributes, Dim},
    reading::steady,
};
use model::{CustomerRow, Dataset, LicenseFilter, Month, Permission, Seats};

/// The customers of one month, as the command line prints them.
#[derive(Clone, Debug, Default)]
pub struct CustomerLicenses {
    /// The month; nothing when no licence rows are there.
    pub month: Option<Month>,
    /// Customers with deployment rows, by name.
    pub rows: Vec<CustomerRow>,
}

/// A customer with licence rows, before it is named: there are many, and few are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub(super) id: u32,
    pub(super) seats: Seats,
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
    steady!(counted(domain, scope, filter).await)
}

async fn counted(domain: &Domain, scope: Scope, filter: &LicenseFilter) -> Result<CustomerLicenses, Error> {
    let slice = Slice::new(domain, scope, filter).await?;
    let Some(range) = slice.months else { return Ok(CustomerLicenses::default()) };
    let customers = deployed(&slice, range.to).await?;
    let attributes = slice.attributes(range.to).await?;
    let mut rows: Vec<CustomerRow> = customers.iter().filter_map(|it| named(&slice, &attributes, *it)).collect();
    rows.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(CustomerLicenses { month: Some(range.to), rows })
}

/// A customer with its name and market; nothing for an id that the dictionary has lost.
pub(super) fn named(slice: &Slice, attributes: &Attributes, counted: Counted) -> Option<CustomerRow> {
    let customer = slice.reading.dictionary.customer(counted.id)?;
    Some(CustomerRow {
        id: customer.tenant.clone(),
        name: customer.name.clone(),
        market: market(slice, attributes, counted.id).to_owned(),
        seats: counted.seats,
    })
}

/// The market of a customer; empty when unknown.
pub(super) fn market<'a>(slice: &'a Slice, attributes: &Attributes, customer: u32) -> &'a str {
    let id = attributes.column(Dim::Market).get(customer as usize).copied().unwrap_or_default();
    slice.reading.dictionary.label(Dim::Market, id)
}

/// The customers with deployment rows in the month.
pub(super) async fn deployed(slice: &Slice, month: Month) -> Result<Vec<Counted>, Error> {
    let mut customers = by_customer(slice, month).await?;
    customers.retain(|customer| customer.seats.sold.is_some());
    Ok(customers)
}

/// The stocks of every customer with licence rows in the month, by id.
pub(super) async fn by_customer(slice: &Slice, month: Month) -> Result<Vec<Counted>, Error> {
    let scan = |dataset| slice.scan(dataset, vec![month], &[Dim::Customer], false);
    let (deployment, usage) = tokio::try_join!(scan(Dataset::LicenseDeployment), scan(Dataset::LicenseUsage))?;
    // Ids are dense: a place for each beats a tree of those there are.
    let places = deployment.iter().chain(&usage).map(|group| group.ids[0] + 1).max().unwrap_or(0);
    let mut all = vec![None::<Seats>; places as usize];
    for (dataset, groups) in [(Dataset::LicenseDeployment, deployment), (Dataset::LicenseUsage, usage)] {
        for group in groups {
            add(all[group.ids[0] as usize].get_or_insert_default(), dataset, &group);
        }
    }
    let found = (0..).zip(all).filter_map(|(id, seats)| Some(Counted { id, seats: seats? }));
    Ok(found.collect())
}
