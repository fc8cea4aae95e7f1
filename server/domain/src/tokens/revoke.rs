//! Revoking a token: it is refused from its next request on.

use crate::{Domain, Error, access::Caller, audit, audit::Action, db::sql};
use model::{Permission, PersonId, TokenId};
use serde_json::json;
use uuid::Uuid;

/// Revokes a token of the caller's account. Another person's takes a fresh proof; one's own does not, so that a leak is
/// stopped at once. Revoking twice is no error.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such token.
pub async fn revoke(domain: &Domain, caller: &Caller, token: TokenId) -> Result<(), Error> {
    let scope = caller.may(Permission::ApiTokens)?;
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let (account, id) = (scope.account(), token.0);
    let found: Option<(Uuid, String)> =
        sql(include_str!("one.sql")).bind(account.0).bind(id).fetch_optional(&mut tx).await?;
    let (person, name) = found.ok_or(Error::NotFound)?;
    if scope.actor() != Some(PersonId(person)) {
        caller.may_now(Permission::ApiTokens)?;
    }
    let revoked = sql(include_str!("revoke.sql")).bind(account.0).bind(id).bind(now).execute(&mut tx).await?;
    if revoked > 0 {
        let details = json!({ "name": name });
        audit::record(&mut tx, now, account, scope.actor(), Action::TokenRevoked, &token.to_string(), &details).await?;
    }
    tx.commit().await?;
    Ok(())
}
