//! A live session: from cookie to caller, read anew at each request so that a change of roles acts at once.

use crate::{
    Domain, Error, access::Caller, account, audit, audit::Action, clock::moment, db::sql, people, secret::Secret,
};
use model::{AccountId, PersonId, SessionId, Visitor};
use serde_json::json;
use uuid::Uuid;

/// How long after proving who they are a person may give roles, make tokens and change factors, in minutes.
pub const FRESH_MINUTES: i64 = 10;

/// `last_seen_at` is written at most this often, in seconds: reading a page should not cost a write.
const SEEN_EVERY: i64 = 60;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    name: String,
    email: String,
    account_id: Uuid,
    account_name: String,
    mpn_id: String,
    last_seen_at: i64,
    proved_at: i64,
    second_factor_at: Option<i64>,
    renew: i64,
    locale: Option<String>,
    needs_second_factor: i64,
    others: i64,
}

/// A live session.
#[derive(Clone, Debug)]
pub struct Live {
    /// Who asks.
    pub caller: Caller,
    /// Whether the session is due a new secret: see [`super::rotate`].
    pub renew: bool,
    /// The language that letters to the person are written in, as a tag; see [`super::speaks`].
    pub locale: Option<String>,
}

/// The caller behind a session cookie; nothing when the session is unknown, ended, idle too long, or its person disabled.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn caller(domain: &Domain, token: &str) -> Result<Option<Caller>, Error> {
    Ok(live(domain, token).await?.map(|live| live.caller))
}

/// The same, and what the session is due.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn live(domain: &Domain, token: &str) -> Result<Option<Live>, Error> {
    let (hash, now) = (Secret::hash(token), domain.clock.seconds());
    let row: Option<Row> = sql(include_str!("live.sql")).bind(&hash).bind(now).fetch_optional(&domain.db).await?;
    let Some(row) = row else { return Ok(None) };
    if now - row.last_seen_at >= SEEN_EVERY {
        let mut tx = domain.db.write().await?;
        sql(include_str!("seen.sql")).bind(&hash).bind(now).execute(&mut tx).await?;
        tx.commit().await?;
    }
    let (person, account) = (PersonId(row.person_id), AccountId(row.account_id));
    let visitor = Visitor {
        session: SessionId(row.id),
        person,
        name: row.name,
        email: row.email,
        account,
        account_name: row.account_name,
        mpn_id: row.mpn_id,
        programs: account::programs(domain, account).await?,
        others: if row.others == 0 { Vec::new() } else { account::others(&domain.db, person, account).await? },
        roles: people::roles(domain, account, person).await?,
        second_factor: row.needs_second_factor == 0 || row.second_factor_at.is_some(),
        fresh_until: moment(row.proved_at + FRESH_MINUTES * 60),
    };
    Ok(Some(Live { caller: Caller::person(visitor, domain.clock.now()), renew: row.renew == 1, locale: row.locale }))
}

/// Ends a session; ending it twice is no error.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn sign_out(domain: &Domain, token: &str) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let ended: Option<(Uuid, Uuid)> =
        sql(include_str!("end.sql")).bind(Secret::hash(token)).bind(now).fetch_optional(&mut tx).await?;
    if let Some((account, person)) = ended {
        let (account, person) = (AccountId(account), PersonId(person));
        let subject = person.to_string();
        audit::record(&mut tx, now, account, Some(person), Action::SignOut, &subject, &json!({})).await?;
    }
    tx.commit().await?;
    Ok(())
}
