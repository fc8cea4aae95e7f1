//! What a person can prove who they are with.

use crate::{Domain, Error, clock::moment, db::sql};
use model::{Held, Identity, Passkey, PersonId};
use passki::Passki;

/// What a person has. Nobody but they themselves, and the program on their behalf, should ask.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn held(domain: &Domain, person: PersonId) -> Result<Held, Error> {
    let (password, app, codes): (Option<i64>, Option<i64>, i64) =
        sql(include_str!("held.sql")).bind(person.0).fetch_one(&domain.db).await?;
    let passkeys: Vec<(Vec<u8>, String, i64, Option<i64>)> =
        sql(include_str!("passkeys.sql")).bind(person.0).fetch_all(&domain.db).await?;
    let identities: Vec<(String, i64, Option<i64>)> =
        sql(include_str!("identities.sql")).bind(person.0).fetch_all(&domain.db).await?;
    Ok(Held {
        password: password.map(moment),
        app: app.map(moment),
        passkeys: passkeys
            .into_iter()
            .map(|(id, name, created_at, last_used_at)| Passkey {
                id: Passki::base64_encode(&id),
                name,
                created_at: moment(created_at),
                last_used_at: last_used_at.map(moment),
            })
            .collect(),
        recovery_codes: u32::try_from(codes).unwrap_or_default(),
        identities: identities
            .into_iter()
            .map(|(issuer, linked_at, last_used_at)| Identity {
                issuer,
                linked_at: moment(linked_at),
                last_used_at: last_used_at.map(moment),
            })
            .collect(),
    })
}
