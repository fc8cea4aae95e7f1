//! User management's list.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    clock::moment,
    db::sql,
};
use model::{AccountId, Permission, PersonFilter, PersonId, PersonRow, PersonState, Role};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    guest: i64,
    confirmed_at: Option<i64>,
    disabled_at: Option<i64>,
    last_sign_in: Option<i64>,
    link_until: Option<i64>,
}

impl Row {
    fn state(&self, now: i64) -> PersonState {
        match (self.disabled_at, self.confirmed_at) {
            (Some(_), _) => PersonState::Disabled,
            (None, Some(_)) => PersonState::Active,
            (None, None) if self.link_until.is_some_and(|until| until > now) => PersonState::Invited,
            (None, None) => PersonState::LinkExpired,
        }
    }
}

/// The people of the caller's account that match, by name. The search looks into name and e-mail address, in any script,
/// without case.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller, filter: &PersonFilter) -> Result<Vec<PersonRow>, Error> {
    let scope = caller.may(Permission::SeePeople)?;
    // Matched here, not in SQL: the databases fold case for Latin letters only.
    let wanted = filter.search.trim().to_lowercase();
    let mut people: Vec<PersonRow> = members(domain, &scope)
        .await?
        .into_iter()
        .filter(|person| person.name.to_lowercase().contains(&wanted) || person.email.contains(&wanted))
        .filter(|person| filter.role.is_none_or(|role| person.roles.contains(&role)))
        .filter(|person| filter.state.is_none_or(|state| person.state == state))
        .collect();
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));
    Ok(people)
}

/// Everybody in the account, in no order.
pub(super) async fn members(domain: &Domain, scope: &Scope) -> Result<Vec<PersonRow>, Error> {
    let now = domain.clock.seconds();
    let rows: Vec<Row> = sql(include_str!("list.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let mut held = held_roles(domain, scope.account()).await?;
    let person = |row: Row| PersonRow {
        roles: known(&held.remove(&row.id).unwrap_or_default()),
        id: PersonId(row.id),
        last_sign_in: row.last_sign_in.map(moment),
        state: row.state(now),
        guest: row.guest == 1,
        name: row.name,
        email: row.email,
    };
    Ok(rows.into_iter().map(person).collect())
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
