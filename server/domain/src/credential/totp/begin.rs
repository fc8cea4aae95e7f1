//! The first half of setting up an authenticator app.

use super::secret::AppSecret;
use crate::{
    Domain, Error,
    access::Caller,
    credential::{
        ceremony::{self, Kind},
        change::Change,
    },
    secret::Secret,
};
use model::AppSetup;

/// Makes a secret and shows it. Nothing changes before [`super::confirm`]: an app set up before works on until then. The secret
/// of the exchange goes into a cookie.
///
/// # Errors
/// [`Error::Denied`] when the caller has to prove again who they are.
pub async fn begin(domain: &Domain, caller: &Caller) -> Result<(Secret, AppSetup), Error> {
    // Undone at once: it is asked only whether the change is allowed.
    let person = Change::begin(domain, caller).await?.visitor;
    let secret = AppSecret::new(&person.email)?;
    let token = ceremony::begin(domain, Kind::AddApp, Some(person.person), &secret.bytes()).await?;
    Ok((token, secret.setup()?))
}
