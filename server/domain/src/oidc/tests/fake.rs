//! A provider on this machine that does everything right, except for one lie.

use super::{
    Answer, Clock,
    jwt::{Signing, encoded, keys, signed},
};
use axum::{
    Form, Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use openidconnect::url::Url;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

pub(super) const CLIENT: &str = "seatscope";
pub(super) const SECRET: &str = "a secret of forty random characters, say";

/// What it does wrong: by default nothing.
#[derive(Clone, Copy)]
pub(super) struct Lies {
    /// To its description of itself.
    pub(super) metadata: fn(&mut Value),
    /// To what the browser brings back.
    pub(super) answer: fn(&mut Answer),
    /// To the header of the ID token.
    pub(super) header: fn(&mut Value),
    /// To what the ID token claims.
    pub(super) claims: fn(&mut Value),
    /// To how that is signed.
    pub(super) signing: Signing,
    /// To the ID token as text.
    pub(super) token: fn(String) -> String,
    /// To the answer to an exchange of the code.
    pub(super) tokens: fn(&mut Value),
    /// To that answer as a whole.
    pub(super) response: fn(Response) -> Response,
}

impl Default for Lies {
    fn default() -> Self {
        Self {
            metadata: |_| {},
            answer: |_| {},
            header: |_| {},
            claims: |_| {},
            signing: Signing::Rsa,
            token: |token| token,
            tokens: |_| {},
            response: |response| response,
        }
    }
}

#[derive(Clone)]
pub(super) struct Fake {
    pub(super) issuer: String,
    clock: Clock,
    said: Arc<Mutex<Said>>,
}

#[derive(Default)]
struct Said {
    lies: Lies,
    /// What the ID token says beside what it must.
    claims: Value,
    /// How many codes were given.
    given: usize,
    /// Those that have not been used, with what was asked when they were given.
    codes: HashMap<String, HashMap<String, String>>,
}

impl Fake {
    /// Listens on this machine until the test ends. Whoever comes is `alice`.
    pub(super) async fn start(clock: Clock) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let fake = Self { issuer, clock, said: Arc::default() };
        fake.claim(json!({}));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(|State(fake): State<Self>| async move { json_answer(&keys(fake.lies().signing)) }))
            .route("/token", post(token))
            .with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        fake
    }

    pub(super) fn lie(&self, lies: Lies) {
        self.said.lock().unwrap().lies = lies;
    }

    /// From now on its tokens say this beside what they must.
    pub(super) fn claim(&self, claims: Value) {
        self.said.lock().unwrap().claims = claims;
    }

    fn lies(&self) -> Lies {
        self.said.lock().unwrap().lies
    }

    /// What its page does when the browser comes to it: lets the person in, and sends the browser back.
    pub(super) fn authorize(&self, address: &str) -> Answer {
        let asked: HashMap<String, String> = Url::parse(address).unwrap().query_pairs().into_owned().collect();
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256")] {
            assert_eq!(asked[name], value);
        }
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
        let mut said = self.said.lock().unwrap();
        said.given += 1;
        let code = format!("code {}", said.given);
        let state = Some(asked["state"].clone());
        said.codes.insert(code.clone(), asked);
        let mut answer = Answer { code: Some(code), state, iss: Some(self.issuer.clone()), error: None };
        (said.lies.answer)(&mut answer);
        answer
    }

    fn id_token(&self, nonce: &str, access_token: &str) -> String {
        let (now, lies) = (self.clock.seconds(), self.lies());
        let mut claims = json!({
            "iss": self.issuer, "sub": "alice", "aud": CLIENT, "nonce": nonce, "iat": now, "exp": now + 300,
            "at_hash": encoded(&Sha256::digest(access_token)[..16]),
        });
        let extra = self.said.lock().unwrap().claims.clone();
        claims.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        (lies.claims)(&mut claims);
        (lies.token)(signed(lies.signing, lies.header, &claims))
    }
}

async fn metadata(State(fake): State<Fake>) -> Response {
    let at = |path: &str| format!("{}{path}", fake.issuer);
    let mut metadata = json!({
        "issuer": fake.issuer, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        // An allow-list of its own: which algorithms count is not for the provider to say.
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    });
    (fake.lies().metadata)(&mut metadata);
    match metadata.get("redirect") {
        Some(to) => Redirect::temporary(to.as_str().unwrap()).into_response(),
        None => json_answer(&metadata),
    }
}

async fn token(State(fake): State<Fake>, headers: HeaderMap, Form(sent): Form<HashMap<String, String>>) -> Response {
    let known = headers[header::AUTHORIZATION].to_str().unwrap().starts_with("Basic ");
    let asked = fake.said.lock().unwrap().codes.remove(&sent["code"]);
    let verifier = encoded(&Sha256::digest(&sent["code_verifier"]));
    let asked = asked.filter(|asked| known && asked["redirect_uri"] == sent["redirect_uri"]);
    let Some(asked) = asked.filter(|asked| asked["code_challenge"] == verifier) else {
        return (StatusCode::BAD_REQUEST, json_answer(&json!({ "error": "invalid_grant" }))).into_response();
    };
    let id_token = fake.id_token(&asked["nonce"], "access");
    let mut tokens = json!({ "access_token": "access", "token_type": "Bearer", "id_token": id_token });
    (fake.lies().tokens)(&mut tokens);
    (fake.lies().response)(json_answer(&tokens))
}

fn json_answer(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], Bytes::from(value.to_string())).into_response()
}
