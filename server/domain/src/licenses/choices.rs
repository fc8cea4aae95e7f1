//! What the filters offer.

use crate::{Domain, Error, access::Caller, access::Scope, db::sql, fact::Dim};
use model::{Dataset, LicenseChoices, Month, Permission};
use std::collections::BTreeSet;

/// Everything that can be chosen on the licence page.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn choices(domain: &Domain, caller: &Caller) -> Result<LicenseChoices, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
    let named: Vec<(String, String)> =
        sql(include_str!("locations.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let locations = dictionary
        .labels(Dim::Location)
        .into_iter()
        .map(|id| {
            let name =
                named.iter().find(|(known, _)| *known == id).map_or_else(|| id.clone(), |(_, name)| name.clone());
            (id, name)
        })
        .collect();
    Ok(LicenseChoices {
        months: months(domain, &scope).await?,
        products: dictionary.labels(Dim::Product),
        workloads: dictionary.labels(Dim::Workload),
        markets: dictionary.labels(Dim::Market),
        segments: dictionary.labels(Dim::Segment),
        channels: dictionary.labels(Dim::Channel),
        locations,
    })
}

/// The months with licence rows of either kind, oldest first.
pub(super) async fn months(domain: &Domain, scope: &Scope) -> Result<Vec<Month>, Error> {
    let facts = domain.facts.now(scope).await?;
    let all = [Dataset::LicenseDeployment, Dataset::LicenseUsage].into_iter().flat_map(|dataset| facts.months(dataset));
    Ok(all.map(|(month, _)| month).collect::<BTreeSet<_>>().into_iter().collect())
}
