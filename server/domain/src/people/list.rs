//! User management's list.

use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use model::{AccountId, Permission, PersonFilter, PersonId, PersonRow, Role};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    last_sign_in: Option<i64>,
}

/// The people of the caller's account that match, by name. The search looks into name and e-mail address, in any script,
/// without case.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller, filter: &PersonFilter) -> Result<Vec<PersonRow>, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let rows: Vec<Row> = sql(include_str!("list.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let mut held = held_roles(domain, scope.account()).await?;
    // Matched here, not in SQL: the databases fold case for Latin letters only.
    let wanted = filter.search.trim().to_lowercase();
    let mut people: Vec<PersonRow> = rows
        .into_iter()
        .map(|row| PersonRow {
            roles: known(&held.remove(&row.id).unwrap_or_default()),
            id: PersonId(row.id),
            name: row.name,
            email: row.email,
            last_sign_in: row.last_sign_in.map(moment),
        })
        .filter(|person| person.name.to_lowercase().contains(&wanted) || person.email.contains(&wanted))
        .filter(|person| filter.role.is_none_or(|role| person.roles.contains(&role)))
        .collect();
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));
    Ok(people)
}

/// The roles a person holds in an account, in the catalogue's order.
pub(crate) async fn roles(domain: &Domain, account: AccountId, person: PersonId) -> Result<Vec<Role>, Error> {
    let keys: Vec<String> = sql(include_str!("roles.sql"))
        .bind(account.0)
        .bind(person.0)
        .bind(domain.clock.seconds())
        .scalars(&domain.db)
        .await?;
    Ok(known(&keys))
}

async fn held_roles(domain: &Domain, account: AccountId) -> Result<HashMap<Uuid, Vec<String>>, Error> {
    let rows: Vec<(Uuid, String)> =
        sql(include_str!("held.sql")).bind(account.0).bind(domain.clock.seconds()).fetch_all(&domain.db).await?;
    let mut held: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (person, role) in rows {
        held.entry(person).or_default().push(role);
    }
    Ok(held)
}

fn known(keys: &[String]) -> Vec<Role> {
    let mut roles: Vec<Role> = keys.iter().filter_map(|key| Role::from_key(key)).collect();
    roles.sort();
    roles
}
