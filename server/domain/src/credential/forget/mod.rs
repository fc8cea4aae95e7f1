//! Beginning anew for a person who has lost what they sign in with: the host's doing, since nobody at a browser may skip a
//! second factor.

use super::lock_accounts;
use crate::access::Caller;
use crate::{
    Domain, Error, audit,
    audit::Action,
    db::sql,
    notices, people,
    secret::Secret,
    session::{self, LinkKind},
};
use model::{AccountId, News, Permission};
use serde_json::json;

/// Removes all that a person of an account signs in with, ends their sessions everywhere, and answers with the secret of a
/// link, after which they set up anew. It is written into the audit trail of each account that they belong to.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such person; [`Error::Db`] when the database fails.
pub async fn forget(domain: &Domain, account: AccountId, email: &str) -> Result<Secret, Error> {
    let scope = Caller::host(account).may(Permission::ManagePeople)?;
    let (person, now) = (people::by_email(domain, account, email).await?, domain.clock.seconds());
    let mut tx = domain.db.write().await?;
    let accounts = lock_accounts(&mut tx, person).await?;
    for kind in [
        include_str!("../password/remove.sql"),
        include_str!("../totp/remove.sql"),
        include_str!("../recovery/clear.sql"),
        include_str!("passkeys.sql"),
        include_str!("identities.sql"),
    ] {
        sql(kind).bind(person.0).execute(&mut tx).await?;
    }
    session::end_all(&mut tx, domain, (account, None, person), None, None).await?;
    let (what, subject) = (Action::CredentialsForgotten, person.to_string());
    for account in accounts {
        audit::record(&mut tx, now, account, None, what, &subject, &json!({})).await?;
        notices::put(&mut tx, account, person, &News::CredentialChanged { what }, now).await?;
    }
    let link = session::make_for(&mut tx, domain, &scope, person, LinkKind::SignIn).await?;
    tx.commit().await?;
    Ok(link)
}

#[cfg(test)]
mod tests;
