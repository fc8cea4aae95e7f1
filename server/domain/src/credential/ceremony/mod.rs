//! An exchange under way between a browser and its person's device: a cookie binds it to the browser, and it ends once.

use crate::{
    Domain, Error,
    db::{Tx, sql},
    keys::Purpose,
    secret::Secret,
};
use model::PersonId;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// What the exchange is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Setting up an authenticator app.
    AddApp,
    /// Making a passkey.
    AddPasskey,
    /// Proving who one is with a passkey.
    Passkey,
}

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Self::AddApp => "add_app",
            Self::AddPasskey => "add_passkey",
            Self::Passkey => "passkey",
        }
    }

    /// How long a person may take, in seconds.
    const fn lasts(self) -> i64 {
        match self {
            // Long enough to find and install an app.
            Self::AddApp => 30 * 60,
            Self::AddPasskey | Self::Passkey => 5 * 60,
        }
    }
}

/// Begins an exchange of somebody, or of a stranger; the secret is for the browser's cookie.
pub(super) async fn begin(
    domain: &Domain,
    kind: Kind,
    person: Option<PersonId>,
    state: &impl Serialize,
) -> Result<Secret, Error> {
    let (token, now) = (Secret::new()?, domain.clock.seconds());
    let state = domain.keys.seal(Purpose::Ceremony, &serde_json::to_vec(state)?)?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("sweep.sql")).bind(now).execute(&mut tx).await?;
    sql(include_str!("begin.sql"))
        .bind(Secret::hash(token.text()))
        .bind(kind.key())
        .bind(person.map(|person| person.0))
        .bind(state)
        .bind(now + kind.lasts())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends an exchange: whose it is, and its state. Nothing when it is not under way any more.
pub(super) async fn end<T: DeserializeOwned>(
    tx: &mut Tx,
    domain: &Domain,
    kind: Kind,
    token: &str,
) -> Result<Option<(Option<PersonId>, T)>, Error> {
    let ended: Option<(Option<Uuid>, Vec<u8>)> = sql(include_str!("end.sql"))
        .bind(Secret::hash(token))
        .bind(kind.key())
        .bind(domain.clock.seconds())
        .fetch_optional(&mut *tx)
        .await?;
    let Some((person, state)) = ended else { return Ok(None) };
    let state = domain.keys.unseal(Purpose::Ceremony, &state)?;
    Ok(Some((person.map(PersonId), serde_json::from_slice(&state)?)))
}
