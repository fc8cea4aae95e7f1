//! Telling of roles given and taken.

use super::{put, tell_admins};
use crate::{
    Error,
    access::Scope,
    db::{Tx, sql},
    people::change::{Change, Via},
};
use model::{News, PersonId, Role};

/// Tells the other MPN partner admins, and the person, of roles that somebody else has given and taken. Who asked for a role is
/// told of the decision instead.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn roles_changed(
    tx: &mut Tx,
    scope: &Scope,
    change: &Change,
    (given, taken): (&[Role], &[Role]),
    at: i64,
) -> Result<(), Error> {
    let (account, person) = (scope.account(), change.person);
    let name = name(tx, person).await?.unwrap_or_default();
    let by = match scope.actor() {
        Some(actor) => self::name(tx, actor).await?,
        None => None,
    };
    let given = given.iter().map(|role| News::RoleGiven { person, name: name.clone(), role: *role, by: by.clone() });
    let taken = taken.iter().map(|role| News::RoleTaken { person, name: name.clone(), role: *role, by: by.clone() });
    for news in given.chain(taken) {
        tell_admins(tx, account, &[scope.actor(), Some(person)], &news, at).await?;
        if scope.actor() != Some(person) && change.via != Via::Request {
            put(tx, account, person, &news, at).await?;
        }
    }
    Ok(())
}

/// A person's name.
async fn name(tx: &mut Tx, person: PersonId) -> Result<Option<String>, Error> {
    Ok(sql(include_str!("name.sql")).bind(person.0).scalar_optional(tx).await?)
}
