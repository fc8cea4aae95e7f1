//! A customer's licences over all months.

use super::overrides::overrides;
use crate::{Domain, Error, access::Caller, licenses};
use model::{CustomerDetail, Permission};

/// The customer with this tenant id, in any case.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such customer.
pub async fn detail(domain: &Domain, caller: &Caller, tenant: &str) -> Result<CustomerDetail, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
    let id = dictionary.tenant(tenant).ok_or(Error::NotFound)?;
    let customer = dictionary.customer(id).ok_or(Error::NotFound)?;
    let (report, market, segment) = licenses::of_customer(domain, caller, id).await?;
    Ok(CustomerDetail {
        id: customer.tenant.clone(),
        name: customer.name.clone(),
        domain: customer.domain.clone(),
        market,
        segment,
        report,
        overrides: if caller.opens(Permission::ManageAccount) {
            Some(overrides(domain, &scope, &dictionary, &customer.tenant).await?)
        } else {
            None
        },
    })
}
