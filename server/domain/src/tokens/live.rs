//! A live token: from the request's header to the caller, read anew at each request like a session.

use super::{UNUSED, format, list::scopes};
use crate::{
    Domain, Error,
    access::{Bearer, Caller, Maker},
    account,
    db::sql,
    people,
    secret::Secret,
};
use model::{AccountId, PersonId, TokenId};
use uuid::Uuid;

/// When a token was last used is kept to the minute, in seconds.
const MINUTE: i64 = 60;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    person_id: Uuid,
    scopes: String,
    last_used_at: Option<i64>,
    needs_second_factor: i64,
    has_second_factor: i64,
}

/// The caller behind a token; nothing when it is unknown, revoked, too old, unused for too long, not the one with this `id`,
/// or its maker is no enabled member any more.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn caller(domain: &Domain, token: &str, id: Option<TokenId>, ip: &str) -> Result<Option<Caller>, Error> {
    if !format::is_token(token) {
        return Ok(None);
    }
    let now = domain.clock.seconds();
    let row: Option<Row> = sql(include_str!("live.sql"))
        .bind(Secret::hash(token))
        .bind(now)
        .bind(now - UNUSED)
        .fetch_optional(&domain.db)
        .await?;
    let Some(row) = row.filter(|row| id.is_none_or(|id| id.0 == row.id)) else { return Ok(None) };
    let minute = now - now % MINUTE;
    if row.last_used_at != Some(minute) {
        let mut tx = domain.db.write().await?;
        sql(include_str!("used.sql")).bind(row.id).bind(minute).bind(ip).execute(&mut tx).await?;
        tx.commit().await?;
    }
    let (account, person) = (AccountId(row.account_id), PersonId(row.person_id));
    let maker = Maker {
        person,
        roles: people::roles(domain, account, person).await?,
        second_factor: row.needs_second_factor == 0 || row.has_second_factor > 0,
    };
    let bearer = Bearer { id: TokenId(row.id), scopes: scopes(&row.scopes), maker };
    Ok(Some(Caller::token(account, account::programs(domain, account).await?, bearer)))
}
