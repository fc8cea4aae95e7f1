//! A sign-in under way. The browser keeps one secret in a cookie; everything that goes out is made from it, and the database
//! keeps its hash: so an answer can be used once, in time, and by the browser that asked.

use super::failure::{Failure, refused};
use crate::{Domain, Error, db::sql, secret, secret::Secret};
use model::{PersonId, ProviderFailure};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a person may take at the provider, in minutes.
pub const CEREMONY_MINUTES: i64 = 10;

/// What a sign-in at the provider is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A session.
    SignIn,
    /// The first session of an invited person, by the hash of the invitation's secret.
    Invitation(Vec<u8>),
    /// Connecting the identity to the person who is signed in.
    Connect,
    /// Proving again who is signed in.
    StepUp,
}

impl Purpose {
    /// For the invitation with this secret.
    #[must_use]
    pub fn invitation(link: &str) -> Self {
        Self::Invitation(Secret::hash(link))
    }

    /// Whether it is for somebody who is signed in: then a sign-in that the provider remembers, perhaps another person's,
    /// will not do.
    pub(super) const fn is_of_the_signed_in(&self) -> bool {
        matches!(self, Self::Connect | Self::StepUp)
    }
}

/// What is kept of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ceremony {
    pub(super) purpose: Purpose,
    /// Where the browser goes afterwards: an address of this site.
    pub(super) back: String,
    /// Who was signed in when it began.
    #[serde(skip)]
    pub(super) person: Option<PersonId>,
}

/// What goes out with it.
pub(super) struct Sent {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Sent {
    /// Made from the browser's secret: three hashes from which it cannot be told, nor one of them from another.
    pub(super) fn from(token: &str) -> Self {
        let made = |what: &str| secret::hex(&Secret::hash(&format!("{what} {token}")));
        Self { state: made("state"), nonce: made("nonce"), verifier: made("verifier") }
    }
}

/// Keeps it for as long as a person may take.
pub(super) async fn put(domain: &Domain, ceremony: &Ceremony) -> Result<Secret, Error> {
    let (token, now) = (Secret::new()?, domain.clock.seconds());
    let mut tx = domain.db.write().await?;
    sql(include_str!("forget.sql")).bind(now).execute(&mut tx).await?;
    sql(include_str!("put.sql"))
        .bind(Secret::hash(token.text()))
        .bind(ceremony.person.map(|person| person.0))
        .bind(serde_json::to_vec(ceremony)?)
        .bind(now + CEREMONY_MINUTES * 60)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(token)
}

/// Takes it out: nobody else will find it.
pub(super) async fn take(domain: &Domain, token: &str) -> Result<Ceremony, Failure> {
    let mut tx = domain.db.write().await?;
    let found: Option<(Option<Uuid>, Vec<u8>, i64)> =
        sql(include_str!("take.sql")).bind(Secret::hash(token)).fetch_optional(&mut tx).await?;
    tx.commit().await?;
    let lost = |why| refused(ProviderFailure::Lost, why);
    let (person, data, expires_at) = found.ok_or_else(|| lost("no such sign-in is under way"))?;
    if expires_at <= domain.clock.seconds() {
        return Err(lost("it was begun too long ago"));
    }
    let ceremony: Ceremony = serde_json::from_slice(&data).map_err(Error::from)?;
    Ok(Ceremony { person: person.map(PersonId), ..ceremony })
}
