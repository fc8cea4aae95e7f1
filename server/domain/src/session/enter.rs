//! Signing in with something of one's own: a password, a passkey.

use super::{Browser, Proof, SignedIn, begin};
use crate::{
    Domain, Error,
    credential::{
        passkey::{self, Site},
        password::{self, Plain},
    },
    db::{Tx, sql},
};
use model::{AccountId, Invalid, PersonId, Refusal, SignInMethod};
use uuid::Uuid;

/// Begins a session of whose e-mail address and password these are, in the account that they were in last.
///
/// # Errors
/// [`Invalid::Proof`] when they are nobody's who may sign in, or the try came too early; [`Error::Busy`].
pub async fn by_password(domain: &Domain, email: &str, plain: Plain, browser: &Browser) -> Result<SignedIn, Error> {
    let person = password::check(domain, email, plain, browser).await?;
    enter(domain, person, SignInMethod::Password, browser).await
}

/// The same with the passkey that the browser has answered with: two factors at once.
///
/// # Errors
/// [`Invalid::Proof`] when it is nobody's who may sign in.
pub async fn by_passkey(
    domain: &Domain,
    site: &Site,
    token: &str,
    response: &str,
    browser: &Browser,
) -> Result<SignedIn, Error> {
    let person = passkey::prove(domain, site, token, response, browser).await?;
    enter(domain, person, SignInMethod::Passkey, browser).await
}

async fn enter(domain: &Domain, person: PersonId, method: SignInMethod, browser: &Browser) -> Result<SignedIn, Error> {
    let mut tx = domain.db.write().await?;
    let account = last_account(&mut tx, person).await?.ok_or(Error::Invalid(Invalid::Proof(Refusal::Password)))?;
    let second_factor = method == SignInMethod::Passkey;
    let proof = Proof { method, second_factor, at: domain.clock.seconds(), account_only: false };
    let signed_in = begin(&mut tx, domain, (account, person), proof, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// The account that a person was in last, of those that are open to them.
pub(crate) async fn last_account(tx: &mut Tx, person: PersonId) -> Result<Option<AccountId>, Error> {
    let account: Option<Uuid> = sql(include_str!("last_account.sql")).bind(person.0).scalar_optional(tx).await?;
    Ok(account.map(AccountId))
}
