//! A live session: from cookie to caller, read anew at each request so that a change of roles acts at once.

use crate::{Domain, Error, access::Caller, account, audit, audit::Action, people, secret::Secret};
use model::{AccountId, PersonId, Visitor};
use serde_json::json;
use uuid::Uuid;

/// How long a session lives without a request, in minutes.
pub const IDLE_MINUTES: i64 = 30;

/// `last_seen_at` is written at most this often, in seconds: reading a page should not cost a write.
const SEEN_EVERY: i64 = 60;

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    name: String,
    email: String,
    account_id: Uuid,
    account_name: String,
    mpn_id: String,
    last_seen_at: i64,
}

/// The caller behind a session cookie; nothing when the session is unknown, ended, idle too long, or its person disabled.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn caller(domain: &Domain, token: &str) -> Result<Option<Caller>, Error> {
    let (hash, now) = (Secret::hash(token), domain.clock.seconds());
    let row: Option<Row> = sqlx::query_as(include_str!("live.sql"))
        .bind(&hash)
        .bind(now)
        .bind(now - IDLE_MINUTES * 60)
        .fetch_optional(domain.db.read())
        .await?;
    let Some(row) = row else { return Ok(None) };
    if now - row.last_seen_at >= SEEN_EVERY {
        let mut tx = domain.db.write().await?;
        sqlx::query(include_str!("seen.sql")).bind(&hash).bind(now).execute(&mut *tx).await?;
        tx.commit().await?;
    }
    let (person, account) = (PersonId(row.person_id), AccountId(row.account_id));
    Ok(Some(Caller::person(Visitor {
        person,
        name: row.name,
        email: row.email,
        account,
        account_name: row.account_name,
        mpn_id: row.mpn_id,
        programs: account::programs(domain, account).await?,
        roles: people::roles(domain, account, person).await?,
    })))
}

/// Ends a session; ending it twice is no error.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn sign_out(domain: &Domain, token: &str) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let ended: Option<(Uuid, Uuid)> =
        sqlx::query_as(include_str!("end.sql")).bind(Secret::hash(token)).bind(now).fetch_optional(&mut *tx).await?;
    if let Some((account, person)) = ended {
        let (account, person) = (AccountId(account), PersonId(person));
        let subject = person.to_string();
        audit::record(&mut tx, now, account, Some(person), Action::SignOut, &subject, &json!({})).await?;
    }
    tx.commit().await?;
    Ok(())
}
