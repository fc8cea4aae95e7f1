//! One-time links. Opening one changes nothing; only the button on the page it shows consumes it.

use super::SESSION_HOURS;
use crate::{Domain, Error, audit, audit::Action, db::Tx, secret::Secret};
use model::{AccountId, Invalid, PersonId};
use serde_json::json;
use uuid::Uuid;

/// How long a link can be used, in minutes.
pub const LINK_MINUTES: i64 = 15;

/// Whom a usable link signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkHolder {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// A session that has just begun.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The secret for the session cookie.
    pub token: Secret,
    /// Who signed in.
    pub person: PersonId,
}

/// Makes a link for a person of an account, and says so in the audit trail.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such person; [`Error::Db`] when the database fails.
pub async fn make(domain: &Domain, account: AccountId, email: &str) -> Result<Secret, Error> {
    let email = email.trim().to_lowercase();
    let mut tx = domain.db.write().await?;
    let person: Option<Uuid> = sqlx::query_scalar(include_str!("member_by_email.sql"))
        .bind(account.0)
        .bind(&email)
        .fetch_optional(&mut *tx)
        .await?;
    let person = PersonId(person.ok_or(Error::NotFound)?);
    let link = make_in(&mut tx, domain, account, person).await?;
    tx.commit().await?;
    Ok(link)
}

/// The same inside a transaction that has more to do.
pub(crate) async fn make_in(
    tx: &mut Tx,
    domain: &Domain,
    account: AccountId,
    person: PersonId,
) -> Result<Secret, Error> {
    let (secret, now) = (Secret::new()?, domain.clock.seconds());
    sqlx::query(include_str!("make_link.sql"))
        .bind(Secret::hash(secret.text()))
        .bind(account.0)
        .bind(person.0)
        .bind(now)
        .bind(now + LINK_MINUTES * 60)
        .execute(&mut **tx)
        .await?;
    audit::record(tx, now, account, None, Action::LinkMade, &person.to_string(), &json!({})).await?;
    Ok(secret)
}

/// Whom a link would sign in; nothing when it is unknown, used, too old, or the person is disabled.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn holder(domain: &Domain, link: &str) -> Result<Option<LinkHolder>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(include_str!("link_holder.sql"))
        .bind(Secret::hash(link))
        .bind(domain.clock.seconds())
        .fetch_optional(domain.db.read())
        .await?;
    Ok(row.map(|(name, email)| LinkHolder { name, email }))
}

/// Consumes a link and begins a session in its account; the first time it also confirms the person there.
///
/// # Errors
/// [`Error::Invalid`] for a link that cannot be used (any more); [`Error::Db`] when the database fails.
pub async fn sign_in(domain: &Domain, link: &str) -> Result<SignedIn, Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let used: Option<(Uuid, Uuid)> = sqlx::query_as(include_str!("use_link.sql"))
        .bind(Secret::hash(link))
        .bind(now)
        .fetch_optional(&mut *tx)
        .await?;
    let (account, person) = used.ok_or(Error::Invalid(Invalid::Link))?;
    let member =
        sqlx::query(include_str!("confirm.sql")).bind(account).bind(person).bind(now).execute(&mut *tx).await?;
    if member.rows_affected() == 0 {
        return Err(Error::Invalid(Invalid::Link));
    }
    let token = Secret::new()?;
    sqlx::query(include_str!("begin.sql"))
        .bind(Secret::hash(token.text()))
        .bind(person)
        .bind(account)
        .bind(now)
        .bind(now + SESSION_HOURS * 3600)
        .execute(&mut *tx)
        .await?;
    let (account, person, subject) = (AccountId(account), PersonId(person), person.to_string());
    audit::record(&mut tx, now, account, Some(person), Action::SignIn, &subject, &json!({ "by": "link" })).await?;
    tx.commit().await?;
    Ok(SignedIn { token, person })
}
