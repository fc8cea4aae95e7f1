//! A session that goes on under a new secret, because its person has proved something more.

use super::{FRESH_MINUTES, Proof, SignedIn};
use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{Tx, sql},
    secret::Secret,
};
use model::{SignInMethod, Visitor};
use serde_json::{Value, json};

/// Gives a session a new secret inside a transaction that has checked the proof; the old one is dead at once.
///
/// # Errors
/// [`Error::NotFound`] when the session has ended meanwhile; [`Error::Db`] when the database fails.
pub(crate) async fn renew(tx: &mut Tx, domain: &Domain, visitor: &Visitor, proof: Proof) -> Result<SignedIn, Error> {
    let details = json!({ "by": proof.method, "second_factor": proof.second_factor });
    replace(tx, domain, visitor, proof, Action::Confirmed, &details).await
}

/// The same for a second factor that proves nothing about the first one: how long the session stays fresh does not change.
///
/// # Errors
/// As [`renew`].
pub(super) async fn second(tx: &mut Tx, domain: &Domain, visitor: &Visitor, by: &str) -> Result<SignedIn, Error> {
    let at = visitor.fresh_until.as_second() - FRESH_MINUTES * 60;
    // Who vouches for the first factor stays the same, too.
    let proof = Proof { method: SignInMethod::Link, second_factor: true, at, account_only: true };
    replace(tx, domain, visitor, proof, Action::SecondFactorGiven, &json!({ "by": by })).await
}

async fn replace(
    tx: &mut Tx,
    domain: &Domain,
    visitor: &Visitor,
    proof: Proof,
    action: Action,
    details: &Value,
) -> Result<SignedIn, Error> {
    let (token, now) = (Secret::new()?, domain.clock.seconds());
    let renewed = sql(include_str!("renew.sql"))
        .bind(visitor.session.0)
        .bind(Secret::hash(token.text()))
        .bind(proof.at.min(now))
        .bind(proof.second_factor.then_some(now))
        .bind(i64::from(proof.account_only))
        .execute(&mut *tx)
        .await?;
    if renewed == 0 {
        return Err(Error::NotFound);
    }
    let (account, person) = (visitor.account, visitor.person);
    audit::record(tx, now, account, Some(person), action, &person.to_string(), details).await?;
    Ok(SignedIn { token, person })
}
