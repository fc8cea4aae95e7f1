//! Becoming a member of an account.

use crate::{
    Domain, Error,
    access::Scope,
    audit,
    audit::Action,
    db::{Tx, sql},
};
use model::PersonId;
use serde_json::json;
use uuid::Uuid;

/// Who becomes a member.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joining<'a> {
    /// Their e-mail address; compared without case.
    pub email: &'a str,
    /// Their name; one that the person has already is kept.
    pub name: &'a str,
    /// Whether they belong to another company.
    pub guest: bool,
}

/// Makes a person a member, without roles; nothing when they are one. Nobody acts before their first sign-in here, also when
/// they were a member once.
pub(super) async fn join(
    tx: &mut Tx,
    domain: &Domain,
    scope: &Scope,
    joining: Joining<'_>,
) -> Result<Option<PersonId>, Error> {
    let now = domain.clock.seconds();
    let person: Uuid = sql(include_str!("put_person.sql"))
        .bind(Uuid::now_v7())
        .bind(joining.email.trim().to_lowercase())
        .bind(joining.name.trim())
        .bind(now)
        .scalar(&mut *tx)
        .await?;
    let joined = sql(include_str!("join.sql"))
        .bind(scope.account().0)
        .bind(person)
        .bind(now)
        .bind(joining.guest)
        .execute(&mut *tx)
        .await?;
    if joined == 0 {
        return Ok(None);
    }
    let person = PersonId(person);
    let details = json!({ "guest": joining.guest });
    audit::record(tx, now, scope.account(), scope.actor(), Action::PersonAdded, &person.to_string(), &details).await?;
    Ok(Some(person))
}
