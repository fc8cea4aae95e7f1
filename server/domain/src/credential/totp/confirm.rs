//! The second half of setting up an authenticator app.

use super::secret::AppSecret;
use crate::{
    Domain, Error,
    access::Caller,
    audit::Action,
    credential::{
        ceremony::{self, Kind},
        change::Change,
    },
    db::sql,
    keys::Purpose,
};
use model::{Invalid, Refusal};
use serde_json::json;

/// Sets the app up once a code proves that the secret arrived; it replaces one set up before. All other sessions of the person
/// end. A code that is wrong can be tried again: the secret is the person's own.
///
/// # Errors
/// [`Invalid::Proof`] for a wrong code; [`Error::NotFound`] when the exchange is over; [`Error::Denied`] when the caller has to
/// prove again who they are.
pub async fn confirm(domain: &Domain, caller: &Caller, token: &str, code: &str) -> Result<(), Error> {
    let mut change = Change::begin(domain, caller).await?;
    let person = change.person();
    let ended: Option<(_, Vec<u8>)> = ceremony::end(&mut change.tx, domain, Kind::AddApp, token).await?;
    let (_, bytes) = ended.filter(|(whose, _)| *whose == Some(person)).ok_or(Error::NotFound)?;
    let secret = AppSecret::of(&bytes, &change.visitor.email)?;
    let step = secret.step(code, change.now).ok_or(Error::Invalid(Invalid::Proof(Refusal::Code)))?;
    sql(include_str!("set.sql"))
        .bind(person.0)
        .bind(domain.keys.seal(Purpose::SecondFactor, &bytes)?)
        .bind(change.now)
        .bind(step)
        .execute(&mut change.tx)
        .await?;
    change.done(Action::AuthenticatorChanged, &json!({ "set": true })).await
}
