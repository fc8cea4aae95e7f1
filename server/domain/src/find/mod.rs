//! Finding a customer or a person by what one remembers of them, from any page.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    db::sql,
    views,
};
use model::{Found, FoundCustomer, FoundPerson, Permission, PersonId};
use uuid::Uuid;

/// How many of a kind are found at most: who sees more than that types another letter.
const MOST: usize = 8;

/// The customers whose name, tenant or domain, and the people whose name or e-mail address hold what was typed, in any script
/// and case; those first that begin with it. Nothing of what the caller may not open. For
/// nothing the caller's views alone.
///
/// # Errors
/// [`Error::Denied`] for who is no member, or before the second factor; [`Error::Db`] when the database fails.
pub async fn find(domain: &Domain, caller: &Caller, typed: &str) -> Result<Found, Error> {
    caller.may(Permission::OwnViews)?;
    let wanted = typed.trim().to_lowercase();
    let mut found = Found { views: views::list(domain, caller).await?, ..Found::default() };
    found.views.retain(|view| view.name.to_lowercase().contains(&wanted));
    found.views.truncate(MOST);
    if wanted.is_empty() {
        return Ok(found);
    }
    if let Ok(scope) = caller.may(Permission::ViewLicenses) {
        found.customers = customers(domain, &scope, &wanted).await?;
    }
    if let Ok(scope) = caller.may(Permission::ManagePeople) {
        found.people = people(domain, &scope, &wanted).await?;
    }
    Ok(found)
}

async fn customers(domain: &Domain, scope: &Scope, wanted: &str) -> Result<Vec<FoundCustomer>, Error> {
    let dictionary = domain.dictionaries.get(&domain.db, scope).await?;
    let mut found: Vec<_> = dictionary
        .customers()
        .filter(|it| {
            it.folded.contains(wanted) || it.tenant.contains(wanted) || it.domain.to_lowercase().contains(wanted)
        })
        .collect();
    found.sort_by_key(|it| (!it.folded.starts_with(wanted), &it.folded, &it.tenant));
    let shown = found.into_iter().take(MOST);
    let customer = |it: &crate::dictionary::Customer| FoundCustomer {
        tenant: it.tenant.clone(),
        name: it.name.clone(),
        domain: it.domain.clone(),
    };
    Ok(shown.map(customer).collect())
}

async fn people(domain: &Domain, scope: &Scope, wanted: &str) -> Result<Vec<FoundPerson>, Error> {
    let rows: Vec<(Uuid, String, String)> =
        sql(include_str!("people.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    // Matched here, not in SQL: the databases fold case for Latin letters only.
    let rows = rows.into_iter().map(|(id, name, email)| (name.to_lowercase(), id, name, email));
    let mut found: Vec<_> =
        rows.filter(|(folded, _, _, email)| folded.contains(wanted) || email.contains(wanted)).collect();
    found.sort_by(|a, b| (!a.0.starts_with(wanted), a).cmp(&(!b.0.starts_with(wanted), b)));
    let shown = found.into_iter().take(MOST);
    Ok(shown.map(|(_, id, name, email)| FoundPerson { id: PersonId(id), name, email }).collect())
}

#[cfg(test)]
mod tests;
