//! The way to the provider.

use super::{
    ceremony::{self, Ceremony, Purpose, Sent},
    failure::{Failure, refused},
    provider,
};
use crate::{Domain, Error, access::Caller, secret::Secret, session::FRESH_MINUTES};
use model::{Permission, PersonId, ProviderFailure};
use openidconnect::{
    AuthenticationContextClass, CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope,
    core::{CoreAuthPrompt, CoreAuthenticationFlow},
};
use std::time::Duration;

/// A sign-in that has begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Where the browser goes: the provider's page, with the request in the address.
    pub address: String,
    /// The secret for the browser's cookie.
    pub token: Secret,
}

/// Begins a sign-in at the provider. `back` is the address of this site to which the browser goes afterwards.
///
/// # Errors
/// [`Failure::Refused`] when the provider does not answer; [`Failure::Broken`] when the caller may not, there is no provider,
/// or the database fails.
pub async fn begin(domain: &Domain, caller: Option<&Caller>, purpose: Purpose, back: &str) -> Result<Begun, Failure> {
    let provider = provider(domain)?;
    let person = signed_in(caller, &purpose)?;
    let metadata = provider.metadata(domain.clock.seconds()).await?;
    let ceremony = Ceremony { purpose, back: back.to_owned(), person };
    let token = ceremony::put(domain, &ceremony).await?;
    let Sent { state, nonce, verifier } = Sent::from(token.text());
    let client = provider.client(&metadata);
    let flow = CoreAuthenticationFlow::AuthorizationCode;
    let mut request = client
        .authorize_url(flow, || CsrfToken::new(state), || Nonce::new(nonce))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier)))
        .add_scopes(provider.scopes().iter().cloned().map(Scope::new));
    if let Some(value) = provider.second_factor() {
        request = request.add_auth_context_value(AuthenticationContextClass::new(value.to_owned()));
    }
    if ceremony.person.is_some() {
        request = request.add_prompt(CoreAuthPrompt::Login);
    }
    if ceremony.purpose == Purpose::StepUp {
        request = request.set_max_age(Duration::from_secs(FRESH_MINUTES.unsigned_abs() * 60));
    }
    let (address, ..) = request.url();
    Ok(Begun { address: address.into(), token })
}

/// Who must come back from the provider, where that is known.
fn signed_in(caller: Option<&Caller>, purpose: &Purpose) -> Result<Option<PersonId>, Failure> {
    if !purpose.is_of_the_signed_in() {
        return Ok(None);
    }
    let caller = caller.ok_or_else(|| refused(ProviderFailure::Lost, "nobody is signed in"))?;
    if *purpose == Purpose::Connect {
        caller.may_now(Permission::OwnProfile).map_err(Error::from)?;
    }
    Ok(caller.id())
}
