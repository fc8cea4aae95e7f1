//! A token that stood where it does not belong: in an address, which proxies, histories and logs keep.

use super::format;
use crate::{Domain, Error, audit, audit::Action, db::sql, secret::Secret};
use model::{AccountId, TokenId};
use serde_json::json;
use uuid::Uuid;

/// Revokes a token because it has leaked, if it is one and lives; says so in the audit trail.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn leaked(domain: &Domain, token: &str) -> Result<(), Error> {
    if !format::is_token(token) {
        return Ok(());
    }
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let revoked: Option<(Uuid, Uuid, String)> =
        sql(include_str!("leaked.sql")).bind(Secret::hash(token)).bind(now).fetch_optional(&mut tx).await?;
    if let Some((account, id, name)) = revoked {
        let (account, subject) = (AccountId(account), TokenId(id).to_string());
        let details = json!({ "name": name, "leaked": true });
        audit::record(&mut tx, now, account, None, Action::TokenRevoked, &subject, &details).await?;
    }
    tx.commit().await?;
    Ok(())
}
