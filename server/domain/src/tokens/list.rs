//! The tokens of an account.

use super::UNUSED;
use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use model::{Permission, PersonId, TokenId, TokenRow, TokenScope, TokenState};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    made_by: String,
    name: String,
    ending: String,
    scopes: String,
    created_at: i64,
    expires_at: i64,
    last_used_at: Option<i64>,
    last_ip: String,
    revoked_at: Option<i64>,
}

/// All tokens of the caller's account, the newest first, dead ones too.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Vec<TokenRow>, Error> {
    let scope = caller.may(Permission::ApiTokens)?;
    let rows: Vec<Row> = sql(include_str!("list.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let now = domain.clock.seconds();
    let row = |row: Row| TokenRow {
        id: TokenId(row.id),
        state: state(&row, now),
        own: scope.actor() == Some(PersonId(row.person_id)),
        by: row.made_by,
        name: row.name,
        ending: row.ending,
        scopes: scopes(&row.scopes),
        created_at: moment(row.created_at),
        expires_at: moment(row.expires_at),
        last_used_at: row.last_used_at.map(moment),
        last_ip: row.last_ip,
    };
    Ok(rows.into_iter().map(row).collect())
}

const fn state(row: &Row, now: i64) -> TokenState {
    let last = match row.last_used_at {
        Some(at) => at,
        None => row.created_at,
    };
    if row.revoked_at.is_some() {
        TokenState::Revoked
    } else if row.expires_at <= now {
        TokenState::Expired
    } else if last <= now - UNUSED {
        TokenState::Unused
    } else {
        TokenState::Live
    }
}

/// Stored scopes; keys that this version does not know are left out.
pub(super) fn scopes(keys: &str) -> Vec<TokenScope> {
    keys.split(' ').filter_map(TokenScope::from_key).collect()
}
