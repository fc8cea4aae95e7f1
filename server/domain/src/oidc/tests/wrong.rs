//! Everything that a provider, or whoever stands in its place, can say wrong. Each lie is told alone: what signs in without it
//! is refused with it, and for the reason that it is a lie.

use super::{
    Test,
    fake::Lies,
    jwt::{Signing, decoded, encoded},
    told,
};
use crate::oidc::Purpose;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Redirect},
};
use model::{
    ProviderFailure::{self, Declined, Lost, Unreachable, Untrusted},
    Role,
};
use serde_json::{Value, json};

/// A lie: its name, what the person is told, a piece of the reason in the log, and the lie itself.
type Case = (&'static str, ProviderFailure, &'static str, fn(&mut Lies));

const TOKEN: &[Case] = &[
    ("wrong issuer", Untrusted, "issuer", |it| it.claims = |c| c["iss"] = "https://login.example".into()),
    ("issuer with a slash more", Untrusted, "issuer", |it| {
        it.claims = |c| c["iss"] = format!("{}/", c["iss"].as_str().unwrap()).into();
    }),
    ("wrong audience", Untrusted, "audience", |it| it.claims = |c| c["aud"] = "another".into()),
    ("missing audience", Untrusted, "audience", |it| it.claims = |c| without(c, "aud")),
    ("another audience beside", Untrusted, "trusted audience", |it| it.claims = |c| c["aud"] = json!([c["aud"], "x"])),
    ("authorized for another", Untrusted, "another party", |it| it.claims = |c| c["azp"] = "another".into()),
    ("wrong nonce", Untrusted, "nonce mismatch", |it| it.claims = |c| c["nonce"] = "guess".into()),
    ("missing nonce", Untrusted, "missing nonce", |it| it.claims = |c| without(c, "nonce")),
    ("expired", Untrusted, "Expired", |it| it.claims = |c| c["exp"] = (c["iat"].as_i64().unwrap() - 61).into()),
    ("issued in the future", Untrusted, "in the future", |it| {
        it.claims = |c| c["iat"] = (c["iat"].as_i64().unwrap() + 61).into();
    }),
    ("proved in the future", Untrusted, "in the future", |it| {
        it.claims = |c| c["auth_time"] = (c["iat"].as_i64().unwrap() + 61).into();
    }),
    ("never expires", Untrusted, "parse", |it| it.claims = |c| without(c, "exp")),
    ("missing subject", Untrusted, "parse", |it| it.claims = |c| without(c, "sub")),
    ("empty subject", Untrusted, "subject", |it| it.claims = |c| c["sub"] = "".into()),
    ("endless subject", Untrusted, "subject", |it| it.claims = |c| c["sub"] = "a".repeat(256).into()),
    ("another access token", Untrusted, "access token", |it| it.claims = |c| c["at_hash"] = encoded(&[7; 16]).into()),
    ("algorithm none", Untrusted, "No signature", |it| it.signing = Signing::Nothing),
    ("signed with the client's secret", Untrusted, "algorithm", |it| it.signing = Signing::ClientSecret),
    ("signed with the public key", Untrusted, "algorithm", |it| it.signing = Signing::PublicKey),
    ("signed by another key of that name", Untrusted, "bad signature", |it| it.signing = Signing::OtherRsa),
    ("signed by an unknown key", Untrusted, "No matching key", |it| it.header = |h| h["kid"] = "unknown".into()),
    ("an algorithm that does not fit the key", Untrusted, "No matching key", |it| {
        it.header = |h| h["alg"] = "ES256".into();
    }),
    ("bad signature", Untrusted, "signature", |it| it.token = |token| token[..token.len() - 8].to_owned() + "AAAAAAAA"),
    ("claims changed after signing", Untrusted, "signature", |it| {
        it.token = |token| {
            let parts: Vec<&str> = token.split('.').collect();
            let claims = String::from_utf8(decoded(parts[1])).unwrap().replace("alice", "bob");
            format!("{}.{}.{}", parts[0], encoded(claims.as_bytes()), parts[2])
        };
    }),
    ("an access token in its place", Untrusted, "type", |it| it.header = |h| h["typ"] = "at+jwt".into()),
    ("a header that must be understood", Untrusted, "critical", |it| it.header = |h| h["crit"] = json!(["exp"])),
    ("not a token at all", Untrusted, "parse", |it| it.token = |_| "opaque".into()),
];

const EXCHANGE: &[Case] = &[
    ("no ID token", Untrusted, "no ID token", |it| it.tokens = |t| without(t, "id_token")),
    ("an answer without end", Unreachable, "larger than", |it| it.tokens = |t| t["more"] = "x".repeat(1 << 20).into()),
    ("a redirect in the exchange", Untrusted, "", |it| it.response = |_| Redirect::temporary("/token").into_response()),
    ("not JSON", Untrusted, "parse", |it| {
        it.response = |_| ([(header::CONTENT_TYPE, "application/json")], "<html>").into_response();
    }),
    ("an error in the exchange", Untrusted, "", |it| {
        it.response = |_| StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }),
];

const BROWSER: &[Case] = &[
    ("wrong state", Lost, "another state", |it| it.answer = |a| a.state = Some("0".repeat(64))),
    ("missing state", Lost, "no state", |it| it.answer = |a| a.state = None),
    ("another issuer answers", Untrusted, "another issuer's", |it| {
        it.answer = |a| a.iss = Some("https://login.example".into());
    }),
    ("the issuer is not named", Untrusted, "does not name", |it| it.answer = |a| a.iss = None),
    ("access denied", Declined, "access_denied", |it| it.answer = |a| a.error = Some("access_denied".into())),
    ("neither code nor error", Untrusted, "neither", |it| it.answer = |a| a.code = None),
    ("a made-up code", Untrusted, "invalid_grant", |it| it.answer = |a| a.code = Some("guess".into())),
];

const METADATA: &[Case] = &[
    ("another issuer's metadata", Unreachable, "unexpected issuer", |it| {
        it.metadata = |m| m["issuer"] = "https://login.example".into();
    }),
    ("sign-in page without https", Untrusted, "not https", |it| {
        it.metadata = |m| m["authorization_endpoint"] = "http://login.example/a".into();
    }),
    ("exchange without https", Untrusted, "not https", |it| {
        it.metadata = |m| m["token_endpoint"] = "http://login.example/t".into();
    }),
    ("keys without https", Unreachable, "neither https", |it| {
        it.metadata = |m| m["jwks_uri"] = "http://login.example/k".into();
    }),
    ("metadata elsewhere", Unreachable, "307", |it| it.metadata = |m| m["redirect"] = "/keys".into()),
];

fn without(object: &mut Value, name: &str) {
    object.as_object_mut().unwrap().remove(name);
}

#[tokio::test]
async fn no_lie_signs_anybody_in() {
    let mut test = Test::with_alice(&[Role::PartnerAdmin]).await;
    for (name, what, why, lie) in [TOKEN, EXCHANGE, BROWSER, METADATA].concat() {
        let mut lies = Lies::default();
        test.fake.lie(lies);
        test.forget();
        let right = test.go(None, Purpose::SignIn).await;
        assert!(right.is_ok(), "without {name}: {right:?}");
        let before = test.sessions().await;

        lie(&mut lies);
        test.fake.lie(lies);
        test.forget();
        let (told, because) = told(test.go(None, Purpose::SignIn).await);
        assert_eq!(told, what, "{name}: {because}");
        assert!(because.contains(why), "{name}: {because}");
        assert_eq!(test.sessions().await, before, "{name}");
    }
}
