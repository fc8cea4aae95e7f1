//! From the code that came through the browser to a person whom the provider vouches for.

use super::{
    ceremony::Sent,
    factors,
    failure::{Failure, causes, refused},
    provider::Provider,
    types::{Claims, Metadata, Token},
};
use crate::session::FRESH_MINUTES;
use chrono::{DateTime, Utc};
use model::ProviderFailure::{NotFresh, Unreachable, Untrusted};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthorizationCode, ClaimsVerificationError, IdTokenVerifier, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, RequestTokenError, SignatureVerificationError, TokenResponse,
    core::{CoreIdTokenVerifier, CoreJwsSigningAlgorithm as Algorithm},
};

/// How far the provider's clock may be from this one, in seconds.
const LEEWAY: i64 = 60;

/// Signatures that only the provider can make. Those with a shared secret are not among them, nor is none at all.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// A person whom the provider vouches for.
#[derive(Debug)]
pub(super) struct Vouched {
    /// The name that the provider never gives to another.
    pub(super) subject: String,
    /// Whether two factors were given there.
    pub(super) second_factor: bool,
    /// When the person gave them, where the provider says so.
    pub(super) proved_at: Option<i64>,
    /// The groups they are in there.
    pub(super) groups: Vec<String>,
}

/// Exchanges the code, and checks all that the answer says. `anew` asks for a proof of the last minutes.
pub(super) async fn redeem(
    provider: &Provider,
    now: i64,
    code: &str,
    sent: Sent,
    anew: bool,
) -> Result<Vouched, Failure> {
    let metadata = provider.metadata(now).await?;
    let client = provider.client(&metadata);
    let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned()));
    let exchange = exchange.map_err(|error| refused(Unreachable, causes(&error)))?;
    let answer = exchange.set_pkce_verifier(PkceCodeVerifier::new(sent.verifier)).request_async(provider.http()).await;
    let answer = answer.map_err(|error| {
        let what = if matches!(error, RequestTokenError::Request(_)) { Unreachable } else { Untrusted };
        refused(what, causes(&error))
    })?;
    let token = answer.id_token().ok_or_else(|| refused(Untrusted, "no ID token"))?;
    let nonce = Nonce::new(sent.nonce);
    let mut verifier = verifier(provider, &metadata, now);
    if unknown_key(token.claims(&verifier, &nonce)) {
        verifier = self::verifier(provider, &*provider.metadata_anew(now).await?, now);
    }
    let claims = token.claims(&verifier, &nonce).map_err(|error| refused(Untrusted, causes(&error)))?;
    check(provider, claims)?;
    check_access_token(token, claims, answer.access_token(), &verifier)?;
    let proved_at = claims.auth_time().map(|at| at.timestamp());
    check_age(proved_at, now, anew)?;
    Ok(Vouched {
        subject: claims.subject().to_string(),
        second_factor: factors::two(claims, provider.second_factor()),
        proved_at,
        groups: groups(claims, provider.groups()),
    })
}

/// What the library checks: issuer, audience, algorithm, signature, expiry, nonce.
fn verifier<'a>(provider: &Provider, metadata: &Metadata, now: i64) -> CoreIdTokenVerifier<'a> {
    let (id, issuer) = (provider.client_id().clone(), provider.issuer().clone());
    // Without the client's secret, no signature can be made with it.
    IdTokenVerifier::new_public_client(id, issuer, metadata.jwks().clone())
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || moment(now - LEEWAY))
        .set_issue_time_verifier_fn(move |issued| {
            if issued > moment(now + LEEWAY) { Err("issued in the future".into()) } else { Ok(()) }
        })
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Keys change: the one that signed may have come after the last look at them.
fn unknown_key(checked: Result<&Claims, ClaimsVerificationError>) -> bool {
    let unknown = ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey);
    checked.is_err_and(|error| error == unknown)
}

/// What the library leaves to its user.
fn check(provider: &Provider, claims: &Claims) -> Result<(), Failure> {
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.len() > 255 {
        return Err(refused(Untrusted, "a subject that is empty or too long"));
    }
    match claims.authorized_party() {
        Some(party) if party != provider.client_id() => Err(refused(Untrusted, "authorized for another party")),
        _ => Ok(()),
    }
}

/// The two tokens belong together, where the provider says so.
fn check_access_token(
    token: &Token,
    claims: &Claims,
    access: &AccessToken,
    verifier: &CoreIdTokenVerifier<'_>,
) -> Result<(), Failure> {
    let Some(expected) = claims.access_token_hash() else { return Ok(()) };
    let untrusted = |error: &(dyn std::error::Error + 'static)| refused(Untrusted, causes(error));
    let algorithm = token.signing_alg().map_err(|error| untrusted(&error))?;
    let key = token.signing_key(verifier).map_err(|error| untrusted(&error))?;
    let actual = AccessTokenHash::from_token(access, algorithm, key).map_err(|error| untrusted(&error))?;
    if actual == *expected { Ok(()) } else { Err(refused(Untrusted, "the access token is another one's")) }
}

/// Whether the person proved who they are when they should have.
fn check_age(proved_at: Option<i64>, now: i64, anew: bool) -> Result<(), Failure> {
    let oldest = now - FRESH_MINUTES * 60 - LEEWAY;
    match proved_at {
        Some(at) if at > now + LEEWAY => Err(refused(Untrusted, "proved in the future")),
        Some(at) if anew && at < oldest => Err(refused(NotFresh, "proved too long ago")),
        None if anew => Err(refused(NotFresh, "no auth_time")),
        _ => Ok(()),
    }
}

/// The groups, as a list or as a single one. A provider that leaves the claim out, because there are none or because there
/// are too many, names none: what is not said opens nothing.
fn groups(claims: &Claims, name: Option<&str>) -> Vec<String> {
    let claim = name.and_then(|name| claims.additional_claims().claims.get(name));
    let values = match claim {
        Some(serde_json::Value::Array(values)) => values.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    values.iter().filter_map(|value| value.as_str().map(ToOwned::to_owned)).collect()
}
