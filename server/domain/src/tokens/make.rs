//! Making a token. Its text is shown once; only its hash is kept.

use super::format;
use crate::{
    Domain, Error,
    access::Caller,
    audit,
    audit::Action,
    db::{Tx, sql},
    secret::Secret,
};
use model::{AccountId, Invalid, Permission, PersonId, TokenId, TokenScope};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How long a token may last, in days.
pub const LONGEST_DAYS: u32 = 365;

/// A token to make.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its maker calls it: 1 to 100 characters.
    pub name: String,
    /// What it is for; at least one.
    pub scopes: BTreeSet<TokenScope>,
    /// How many days it lasts, from 1 to [`LONGEST_DAYS`].
    pub days: u32,
}

/// A token just made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its id: also the user name where a program asks for one.
    pub id: TokenId,
    /// The token. It is shown now and never again.
    pub token: Secret,
}

/// Makes a token that acts in the caller's name. Only a person who proved a moment ago who they are makes one: no token does.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Invalid`] for a name, scopes or days out of bounds.
pub async fn make(domain: &Domain, caller: &Caller, new: &NewToken) -> Result<Made, Error> {
    let scope = caller.may_now(Permission::ApiTokens)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let made = put(&mut tx, domain, (scope.account(), person), scope.actor(), new).await?;
    tx.commit().await?;
    Ok(made)
}

/// Makes a token on the host for a person who is an acting MPN partner admin.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such admin; [`Error::Invalid`] as in [`make`].
pub async fn make_on_host(domain: &Domain, account: AccountId, email: &str, new: &NewToken) -> Result<Made, Error> {
    let mut tx = domain.db.write_people(account).await?;
    let person: Option<Uuid> = sql(include_str!("admin_by_email.sql"))
        .bind(account.0)
        .bind(email.trim().to_lowercase())
        .bind(domain.clock.seconds())
        .scalar_optional(&mut tx)
        .await?;
    let person = PersonId(person.ok_or(Error::NotFound)?);
    let made = put(&mut tx, domain, (account, person), None, new).await?;
    tx.commit().await?;
    Ok(made)
}

async fn put(
    tx: &mut Tx,
    domain: &Domain,
    (account, person): (AccountId, PersonId),
    actor: Option<PersonId>,
    new: &NewToken,
) -> Result<Made, Error> {
    let name = new.name.trim();
    let lasts = (1..=LONGEST_DAYS).contains(&new.days);
    if name.is_empty() || name.chars().count() > 100 || new.scopes.is_empty() || !lasts {
        return Err(Error::Invalid(Invalid::Token));
    }
    let (id, token, now) = (TokenId(Uuid::now_v7()), format::new()?, domain.clock.seconds());
    let expires = now + i64::from(new.days) * 24 * 60 * 60;
    let scopes = new.scopes.iter().map(|scope| scope.key()).collect::<Vec<_>>().join(" ");
    sql(include_str!("put.sql"))
        .bind(account.0)
        .bind(id.0)
        .bind(person.0)
        .bind(name)
        .bind(Secret::hash(token.text()))
        .bind(&token.text()[token.text().len() - 4..])
        .bind(&scopes)
        .bind(now)
        .bind(expires)
        .execute(&mut *tx)
        .await?;
    let details = json!({ "name": name, "for": person, "scopes": new.scopes, "expires": expires });
    audit::record(tx, now, account, actor, Action::TokenMade, &id.to_string(), &details).await?;
    Ok(Made { id, token })
}
