//! Telling of roles given and taken.

use super::{put, tell_admins};
use crate::{
    Error,
    access::Scope,
    db::{Tx, sql},
};
use model::{News, PersonId, Role};

/// Tells the other MPN partner admins, and the person, of roles that somebody else has given and taken.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn roles_changed(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    (given, taken): (&[Role], &[Role]),
    at: i64,
) -> Result<(), Error> {
    let account = scope.account();
    let name = name(tx, person).await?.unwrap_or_default();
    let by = match scope.actor() {
        Some(actor) => self::name(tx, actor).await?,
        None => None,
    };
    let given = given.iter().map(|role| News::RoleGiven { person, name: name.clone(), role: *role, by: by.clone() });
    let taken = taken.iter().map(|role| News::RoleTaken { person, name: name.clone(), role: *role, by: by.clone() });
    for news in given.chain(taken) {
        let told = tell_admins(tx, account, scope.actor(), &news, at).await?;
        if scope.actor() != Some(person) && !told.contains(&person) {
            put(tx, account, person, &news, at).await?;
        }
    }
    Ok(())
}

/// A person's name.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn name(tx: &mut Tx, person: PersonId) -> Result<Option<String>, Error> {
    Ok(sql(include_str!("name.sql")).bind(person.0).scalar_optional(tx).await?)
}
