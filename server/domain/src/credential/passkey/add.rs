//! Making a passkey.

use super::{Site, of, refused};
use crate::{
    Domain, Error,
    access::Caller,
    audit::Action,
    credential::{
        ceremony::{self, Kind},
        change::Change,
    },
    db::sql,
    secret::Secret,
};
use model::Invalid;
use passki::{
    RegistrationCredential, RegistrationOptions, RegistrationState, ResidentKeyRequirement, UserVerificationRequirement,
};
use serde_json::json;

/// How many a person may have.
const MOST: usize = 20;

/// The longest name, in characters.
const NAME: usize = 60;

/// Begins to make a passkey. The text is what the browser's `parseCreationOptionsFromJSON` takes; the secret goes into a cookie.
///
/// # Errors
/// [`Error::Denied`] when the caller has to prove again who they are.
pub async fn begin_add(domain: &Domain, caller: &Caller, site: &Site) -> Result<(Secret, String), Error> {
    // Undone at once: it is asked only whether the change is allowed.
    let person = Change::begin(domain, caller).await?.visitor;
    let there = of(&domain.db, person.person).await?;
    let mut options = RegistrationOptions::default();
    options.timeout = 5 * 60 * 1000;
    // Kept by the device, so that it can be offered before anybody has said who they are.
    options.resident_key = ResidentKeyRequirement::Preferred;
    options.user_verification = UserVerificationRequirement::Required;
    options.exclude_credentials = Some(&there);
    let id = person.person.0.as_bytes();
    let (options, state) = site
        .passki()
        .start_passkey_registration(id, &person.email, &person.name, options)
        .map_err(std::io::Error::other)?;
    let token = ceremony::begin(domain, Kind::AddPasskey, Some(person.person), &state).await?;
    Ok((token, serde_json::to_string(&options)?))
}

/// Adds the passkey that the browser made: `response` is its `toJSON()`. All other sessions of the person end.
///
/// # Errors
/// [`Invalid::Proof`] when it is not what was asked for; [`Invalid::Request`] for an empty name, or one passkey too many;
/// [`Error::Denied`] when the caller has to prove again who they are.
pub async fn add(
    domain: &Domain,
    caller: &Caller,
    site: &Site,
    token: &str,
    response: &str,
    name: &str,
) -> Result<(), Error> {
    let name: String = name.trim().chars().take(NAME).collect();
    let mut change = Change::begin(domain, caller).await?;
    let person = change.person();
    if name.is_empty() || of(&mut change.tx, person).await?.len() >= MOST {
        return Err(Error::Invalid(Invalid::Request));
    }
    let ended: Option<(_, RegistrationState)> = ceremony::end(&mut change.tx, domain, Kind::AddPasskey, token).await?;
    let (_, state) = ended.filter(|(whose, _)| *whose == Some(person)).ok_or_else(refused)?;
    let response: RegistrationCredential = serde_json::from_str(response).map_err(|_| refused())?;
    let passkey = site.passki().finish_passkey_registration(&response, &state).map_err(|_| refused())?;
    let added = sql(include_str!("add.sql"))
        .bind(person.0)
        .bind(&passkey.credential_id)
        .bind(&name)
        .bind(serde_json::to_vec(&passkey)?)
        .bind(change.now)
        .execute(&mut change.tx)
        .await?;
    if added == 0 {
        return Err(refused());
    }
    change.done(Action::PasskeyChanged, &json!({ "added": name })).await
}
