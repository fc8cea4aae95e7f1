//! A code as the second factor: of an authenticator app, or a recovery code.

use super::{recovery, throttle, totp};
use crate::{Domain, Error, access::Caller, audit, audit::Action};
use model::{Invalid, Permission, Refusal};
use serde_json::json;

/// What a code was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Of an authenticator app.
    App,
    /// A recovery code, gone now.
    Recovery,
}

/// Uses up a code of the person who is signing in. What the session gains by it is the caller's to do.
///
/// # Errors
/// [`Invalid::Proof`] when it is not theirs, was used, or comes too early after wrong ones; [`Error::NotFound`] for the host's
/// command line.
pub async fn check(domain: &Domain, caller: &Caller, typed: &str) -> Result<Code, Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    throttle::code_failed(&mut tx, &domain.keys, person, now).await?;
    let code = if totp::spend(&mut tx, domain, person, typed).await? {
        Some(Code::App)
    } else if recovery::spend(&mut tx, person, typed, now).await? {
        Some(Code::Recovery)
    } else {
        None
    };
    if code.is_some() {
        throttle::code_right(&mut tx, &domain.keys, person).await?;
    } else {
        let (account, details) = (scope.account(), json!({ "by": "code" }));
        let subject = person.to_string();
        audit::record(&mut tx, now, account, Some(person), Action::SignInFailed, &subject, &details).await?;
    }
    tx.commit().await?;
    code.ok_or(Error::Invalid(Invalid::Proof(Refusal::Code)))
}
