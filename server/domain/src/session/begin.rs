//! The beginning of a session, however the person proved who they are.

use super::{Browser, limit::limit};
use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{Tx, sql},
    secret::Secret,
};
use model::{AccountId, PersonId, SignInMethod};
use serde_json::json;
use uuid::Uuid;

/// A session that has just begun.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The secret for the session cookie.
    pub token: Secret,
    /// Who signed in.
    pub person: PersonId,
}

/// What a person has proved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Proof {
    /// How.
    pub method: SignInMethod,
    /// Whether that was two factors already, as a passkey that asked for a PIN or a finger is.
    pub second_factor: bool,
    /// When: at an identity provider that may have been long ago.
    pub at: i64,
    /// Whether only an admin of the account vouches for the person: see `session.account_only`.
    pub account_only: bool,
}

/// Begins a session inside a transaction that has checked the proof and the membership, and says so in the audit trail.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn begin(
    tx: &mut Tx,
    domain: &Domain,
    (account, person): (AccountId, PersonId),
    proof: Proof,
    browser: &Browser,
) -> Result<SignedIn, Error> {
    let (token, now) = (Secret::new()?, domain.clock.seconds());
    let lasts: i64 = sql(include_str!("lasts.sql")).bind(account.0).scalar(&mut *tx).await?;
    sql(include_str!("begin.sql"))
        .bind(Secret::hash(token.text()))
        .bind(Uuid::now_v7())
        .bind(person.0)
        .bind(account.0)
        .bind(proof.method.key())
        .bind(now)
        .bind(now + lasts)
        .bind(proof.at.min(now))
        .bind(proof.second_factor.then_some(now))
        .bind(&browser.ip)
        .bind(&browser.agent)
        .bind(i64::from(proof.account_only))
        .execute(&mut *tx)
        .await?;
    let details = json!({ "by": proof.method, "second_factor": proof.second_factor, "ip": browser.ip });
    audit::record(&mut *tx, now, account, Some(person), Action::SignIn, &person.to_string(), &details).await?;
    limit(tx, domain, person).await?;
    Ok(SignedIn { token, person })
}
