//! Links that a letter brings.

use super::{LinkKind, make_for};
use crate::{
    Domain, Error,
    access::Scope,
    clock::moment,
    db::Tx,
    mail::{self, Letter},
    secret::Secret,
};
use model::PersonId;

/// Makes a link as [`make_for`] does and, when a mail server is configured, puts a letter down that brings it; `by` is whom the
/// letter names as the one who invites.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn make_and_write(
    tx: &mut Tx,
    domain: &Domain,
    scope: &Scope,
    person: PersonId,
    kind: LinkKind,
    by: Option<&str>,
) -> Result<Secret, Error> {
    let secret = make_for(tx, domain, scope, person, kind).await?;
    let (link, until) = (secret.text().to_owned(), moment(domain.clock.seconds() + kind.minutes() * 60));
    let letter = match kind {
        LinkKind::Invitation => Letter::Invitation { link, until, by: by.map(str::to_owned) },
        LinkKind::SignIn | LinkKind::Forgotten => Letter::Reset { link, until },
    };
    mail::put(tx, domain, (scope.account(), person), letter).await?;
    Ok(secret)
}
