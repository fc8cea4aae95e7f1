//! Tokens written by hand, so that they can be wrong in every way.

use super::fake::SECRET;
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use openidconnect::{
    JsonWebKeyId, PrivateSigningKey,
    core::{CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm as Algorithm, CoreRsaPrivateSigningKey},
};
use serde_json::{Value, json};

/// How a token is signed, and which keys the provider shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signing {
    /// RS256 by the key that is shown.
    Rsa,
    /// `EdDSA` by the key that is shown.
    Ed,
    /// RS256 by a key that only claims to be the one that is shown.
    OtherRsa,
    /// Not at all.
    Nothing,
    /// HS256, with the client's secret.
    ClientSecret,
    /// HS256, with the public key that is shown, as if it were a secret.
    PublicKey,
}

/// As the parts of a token are written.
pub(super) fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The keys that the provider shows.
pub(super) fn keys(signing: Signing) -> Value {
    let key = if signing == Signing::Ed { json!(ed().as_verification_key()) } else { public() };
    json!({ "keys": [key] })
}

fn public() -> Value {
    let mut key = json!(rsa(include_str!("rsa.pem")).as_verification_key());
    key["use"] = "sig".into();
    key
}

fn rsa(pem: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new("key".into()))).unwrap()
}

fn ed() -> CoreEdDsaPrivateSigningKey {
    let id = Some(JsonWebKeyId::new("key".into()));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(include_str!("ed25519.pem"), id).unwrap()
}

/// A token.
pub(super) fn signed(signing: Signing, header: fn(&mut Value), claims: &Value) -> String {
    let algorithm = match signing {
        Signing::Rsa | Signing::OtherRsa => "RS256",
        Signing::Ed => "EdDSA",
        Signing::Nothing => "none",
        Signing::ClientSecret | Signing::PublicKey => "HS256",
    };
    let mut head = json!({ "alg": algorithm, "kid": "key", "typ": "JWT" });
    header(&mut head);
    let text = format!("{}.{}", encoded(head.to_string().as_bytes()), encoded(claims.to_string().as_bytes()));
    let bytes = text.as_bytes();
    let signature = match signing {
        Signing::Rsa => rsa(include_str!("rsa.pem")).sign(&Algorithm::RsaSsaPkcs1V15Sha256, bytes),
        Signing::OtherRsa => rsa(include_str!("other_rsa.pem")).sign(&Algorithm::RsaSsaPkcs1V15Sha256, bytes),
        Signing::Ed => ed().sign(&Algorithm::EdDsa, bytes),
        Signing::Nothing => Ok(Vec::new()),
        Signing::ClientSecret => CoreHmacKey::new(SECRET).sign(&Algorithm::HmacSha256, bytes),
        Signing::PublicKey => CoreHmacKey::new(public()["n"].to_string()).sign(&Algorithm::HmacSha256, bytes),
    };
    format!("{text}.{}", encoded(&signature.unwrap()))
}

/// As [`encoded`], back.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    BASE64_URL_SAFE_NO_PAD.decode(text).unwrap()
}
