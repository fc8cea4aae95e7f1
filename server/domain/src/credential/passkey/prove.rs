//! Proving who one is with a passkey.

use super::{Site, of, refused};
use crate::{
    Domain, Error,
    credential::{
        ceremony::{self, Kind},
        failed,
    },
    db::{Tx, sql},
    secret::Secret,
    session::Browser,
};
use model::{PersonId, SignInMethod};
use passki::{
    AuthenticationCredential, AuthenticationOptions, AuthenticationState, Passki, StoredPasskey,
    UserVerificationRequirement,
};
use uuid::Uuid;

/// Asks for a passkey: one of a person who is known by now, or, of a stranger, any that the device has kept for this site. The
/// text is what the browser's `parseRequestOptionsFromJSON` takes; the secret goes into a cookie.
///
/// # Errors
/// [`Error::NotFound`] when the person has none; [`Error::Db`] when the database fails.
pub async fn begin(domain: &Domain, site: &Site, person: Option<PersonId>) -> Result<(Secret, String), Error> {
    let passkeys = match person {
        Some(person) => Some(of(&domain.db, person).await?).filter(|there| !there.is_empty()).ok_or(Error::NotFound)?,
        None => Vec::new(),
    };
    let mut options = AuthenticationOptions::default();
    options.timeout = 5 * 60 * 1000;
    options.user_verification = UserVerificationRequirement::Required;
    let asked = site.passki().start_passkey_authentication(&passkeys, options);
    let (options, state) = asked.map_err(std::io::Error::other)?;
    let token = ceremony::begin(domain, Kind::Passkey, person, &state).await?;
    Ok((token, serde_json::to_string(&options)?))
}

/// Whose passkey the browser has given an answer of: `response` is its `toJSON()`. It proves both factors. One try each time it
/// is asked for.
///
/// # Errors
/// [`model::Invalid::Proof`] when it is nobody's, not the asked person's, or of somebody who may not sign in.
pub async fn prove(
    domain: &Domain,
    site: &Site,
    token: &str,
    response: &str,
    browser: &Browser,
) -> Result<PersonId, Error> {
    let mut tx = domain.db.write().await?;
    let ended: Option<(_, AuthenticationState)> = ceremony::end(&mut tx, domain, Kind::Passkey, token).await?;
    let proved = match ended {
        Some((asked, state)) => answer(&mut tx, domain, site, asked, &state, response, browser).await?,
        None => None,
    };
    tx.commit().await?;
    proved.ok_or_else(refused)
}

async fn answer(
    tx: &mut Tx,
    domain: &Domain,
    site: &Site,
    asked: Option<PersonId>,
    state: &AuthenticationState,
    response: &str,
    browser: &Browser,
) -> Result<Option<PersonId>, Error> {
    let Ok(response) = serde_json::from_str::<AuthenticationCredential>(response) else { return Ok(None) };
    let Ok(id) = Passki::base64_decode(&response.raw_id) else { return Ok(None) };
    let found: Option<(Uuid, Vec<u8>)> = sql(include_str!("find.sql")).bind(&id).fetch_optional(&mut *tx).await?;
    let Some((person, data)) = found.map(|(person, data)| (PersonId(person), data)) else { return Ok(None) };

    let now = domain.clock.seconds();
    let passkey: StoredPasskey = serde_json::from_slice(&data)?;
    let Some(passkey) = verified(site, &response, state, passkey, asked, person) else {
        failed::note(tx, Some(person), SignInMethod::Passkey, browser, now).await?;
        return Ok(None);
    };
    let data = serde_json::to_vec(&passkey)?;
    sql(include_str!("used.sql")).bind(&id).bind(data).bind(now).execute(&mut *tx).await?;
    Ok(Some(person))
}

/// The passkey with its new counter, when the answer holds: the device's signature, and that it means the right person.
fn verified(
    site: &Site,
    response: &AuthenticationCredential,
    state: &AuthenticationState,
    passkey: StoredPasskey,
    asked: Option<PersonId>,
    person: PersonId,
) -> Option<StoredPasskey> {
    let result = site.passki().finish_passkey_authentication(response, state, &passkey).ok()?;
    let meant = result.user_handle.as_deref().map(|handle| handle == person.0.as_bytes());
    // A device says whose passkey it is, unless it was asked for one of a person's.
    let right = match asked {
        Some(asked) => asked == person && meant != Some(false),
        None => meant == Some(true),
    };
    right.then(|| {
        let mut passkey = passkey;
        passkey.counter = result.counter;
        passkey
    })
}
