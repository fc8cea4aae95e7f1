//! Proving again, or with a second factor, who is signed in. The session goes on under a new secret.

use super::{Browser, Proof, SignedIn, renew, renew::second};
use crate::{
    Domain, Error,
    access::Caller,
    credential::{
        self, Code,
        passkey::{self, Site},
        password::{self, Plain},
    },
};
use model::{Invalid, PersonId, Refusal, SignInMethod, Visitor};

/// By the caller's password: fresh again, with the second factor as it was.
///
/// # Errors
/// [`Invalid::Proof`] when it is wrong, or comes too early after wrong ones; [`Error::Busy`].
pub async fn confirm_by_password(
    domain: &Domain,
    caller: &Caller,
    plain: Plain,
    browser: &Browser,
) -> Result<SignedIn, Error> {
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let person = password::check(domain, &visitor.email, plain, browser).await?;
    confirmed(domain, visitor, person, SignInMethod::Password).await
}

/// By the caller's passkey: fresh again, and two factors given.
///
/// # Errors
/// [`Invalid::Proof`] when it is not the caller's.
pub async fn confirm_by_passkey(
    domain: &Domain,
    caller: &Caller,
    site: &Site,
    token: &str,
    response: &str,
    browser: &Browser,
) -> Result<SignedIn, Error> {
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let person = passkey::prove(domain, site, token, response, browser).await?;
    confirmed(domain, visitor, person, SignInMethod::Passkey).await
}

async fn confirmed(
    domain: &Domain,
    visitor: &Visitor,
    person: PersonId,
    method: SignInMethod,
) -> Result<SignedIn, Error> {
    if person != visitor.person {
        return Err(Error::Invalid(Invalid::Proof(Refusal::Passkey)));
    }
    let second_factor = method == SignInMethod::Passkey;
    let proof = Proof { method, second_factor, at: domain.clock.seconds(), account_only: false };
    let mut tx = domain.db.write().await?;
    let signed_in = renew::renew(&mut tx, domain, visitor, proof).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// The second factor by a code of an authenticator app or a recovery code. A code alone makes no session fresh: whoever holds
/// an unlocked phone has it.
///
/// # Errors
/// [`Invalid::Proof`] when it is wrong, used, or comes too early after wrong ones.
pub async fn second_by_code(domain: &Domain, caller: &Caller, typed: &str) -> Result<SignedIn, Error> {
    let by = match credential::check_code(domain, caller, typed).await? {
        Code::App => "app",
        Code::Recovery => "recovery_code",
    };
    given(domain, caller, by).await
}

/// Sets up the caller's authenticator app; the code that confirms it is their second factor in this session.
///
/// # Errors
/// As [`credential::totp::confirm`].
pub async fn enrol_app(domain: &Domain, caller: &Caller, token: &str, code: &str) -> Result<SignedIn, Error> {
    credential::totp::confirm(domain, caller, token, code).await?;
    given(domain, caller, "app").await
}

/// Adds a passkey of the caller's; making it is their second factor in this session, too.
///
/// # Errors
/// As [`passkey::add`].
pub async fn enrol_passkey(
    domain: &Domain,
    caller: &Caller,
    site: &Site,
    token: &str,
    response: &str,
    name: &str,
) -> Result<SignedIn, Error> {
    passkey::add(domain, caller, site, token, response, name).await?;
    given(domain, caller, "passkey").await
}

async fn given(domain: &Domain, caller: &Caller, by: &str) -> Result<SignedIn, Error> {
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write().await?;
    let signed_in = second(&mut tx, domain, visitor, by).await?;
    tx.commit().await?;
    Ok(signed_in)
}
