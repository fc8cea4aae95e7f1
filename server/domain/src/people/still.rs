//! Rights of callers whose request goes on for long.

use crate::{
    Domain, Error,
    access::{Caller, Denied},
    db::sql,
};
use model::{Permission, Role};

/// Looks again at whether a caller holds the role that a right takes, and is no disabled member. The host always may.
///
/// # Errors
/// [`Error::Denied`] when the role was taken; [`Error::Db`] when the database fails.
pub(crate) async fn still_may(domain: &Domain, caller: &Caller, permission: Permission) -> Result<(), Error> {
    let Some(person) = caller.id() else { return Ok(()) };
    let keys: Vec<String> = sql(include_str!("still.sql"))
        .bind(caller.account().0)
        .bind(person.0)
        .bind(domain.clock.seconds())
        .scalars(&domain.db)
        .await?;
    let held: Vec<Role> = keys.iter().filter_map(|key| Role::from_key(key)).collect();
    match permission.role() {
        Some(role) if !permission.opened_by(&held) => Err(Denied::Role(role).into()),
        _ => Ok(()),
    }
}
