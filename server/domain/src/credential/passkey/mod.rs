//! Passkeys (WebAuthn). One alone is two factors: the device that holds it, and the PIN, finger or face that it asks for.

mod add;
#[cfg(test)]
mod device;
mod prove;
mod remove;
mod site;
#[cfg(test)]
mod tests;

pub use add::{add, begin_add};
pub use prove::{begin, prove};
pub use remove::remove;
pub use site::Site;

use crate::{
    Error,
    db::{On, sql},
};
use model::{Invalid, PersonId, Refusal};
use passki::StoredPasskey;

/// A person's passkeys.
async fn of(on: impl Into<On<'_>>, person: PersonId) -> Result<Vec<StoredPasskey>, Error> {
    let rows: Vec<Vec<u8>> = sql(include_str!("of.sql")).bind(person.0).scalars(on).await?;
    Ok(rows.iter().map(|data| serde_json::from_slice(data)).collect::<Result<_, _>>()?)
}

/// A passkey that was not accepted. Why is no news for a person, and none of an attacker's business.
const fn refused() -> Error {
    Error::Invalid(Invalid::Proof(Refusal::Passkey))
}
