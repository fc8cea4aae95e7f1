use crate::testing::{Answer, TestServer, no_mail_server};
use axum::http::{StatusCode, header};
use domain::{
    access::Caller,
    credential::password::{self, Plain},
    session,
};
use model::{Role, query_string};

const GOOD: &str = "five violet otters sing";
const EMAIL: &str = "a@f.example";

/// A server with somebody who has a password.
async fn server() -> TestServer {
    let server = TestServer::new().await;
    let cookie = server.sign_in(EMAIL, &[Role::PartnerAdmin]).await;
    password::set(&server.domain, &caller(&server, &cookie).await.unwrap(), Plain::new(GOOD)).await.unwrap();
    server
}

async fn caller(server: &TestServer, cookie: &str) -> Option<Caller> {
    session::caller(&server.domain, cookie.trim_start_matches("seatscope=")).await.unwrap()
}

async fn by_password(server: &TestServer, cookie: Option<&str>, email: &str, password: &str, next: &str) -> Answer {
    let pairs =
        [("email", email), ("password", password), ("next", next)].map(|(name, value)| (name, value.to_owned()));
    server.ask("POST", "/sign-in/password", cookie, Some(&query_string(&pairs))).await
}

fn cookie(answer: &Answer) -> String {
    let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
    set.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_password_signs_in_and_leads_to_pages_of_this_site_only() {
    let server = server().await;
    for (next, to) in [("/users", "/users"), ("", "/"), ("//evil.example", "/"), ("https://evil.example", "/")] {
        let answer = by_password(&server, None, EMAIL, GOOD, next).await;
        assert_eq!((answer.status, answer.headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, to));
        assert!(caller(&server, &cookie(&answer)).await.is_some());
    }
}

#[tokio::test]
async fn nobody_learns_who_exists() {
    let server = server().await;
    let wrong = by_password(&server, None, EMAIL, "a wrong password", "").await;
    let unknown = by_password(&server, None, "x@f.example", "a wrong password", "").await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    let plain = |answer: &Answer| {
        let nonce = answer.body.split("nonce=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        answer.body.replace(&nonce, "").replace("x@f.example", EMAIL)
    };
    assert_eq!(plain(&wrong), plain(&unknown));
    assert!(wrong.body.contains("The e-mail address or the password is wrong."));
    assert!(!wrong.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn a_cookie_that_was_there_before_is_worth_nothing_afterwards() {
    let server = server().await;
    let planted = server.sign_in("mallory@f.example", &[]).await;
    let answer = by_password(&server, Some(&planted), EMAIL, GOOD, "").await;
    let own = cookie(&answer);
    assert_ne!(own, planted);
    assert!(caller(&server, &planted).await.is_none(), "the session before has ended");
    assert_eq!(caller(&server, &own).await.unwrap().visitor().unwrap().email, EMAIL);
}

#[tokio::test]
async fn strangers_come_back_to_the_page_they_asked_for() {
    let server = server().await;
    let answer = server.ask("GET", "/users?q=a", None, None).await;
    assert_eq!(answer.headers[header::LOCATION], "/sign-in?next=%2Fusers%3Fq%3Da");
    let page = server.ask("GET", "/sign-in?next=%2Fusers%3Fq%3Da", None, None).await;
    assert!(page.body.contains(r#"name="next" value="/users?q=a""#), "{}", page.body);
    assert!(!page.body.contains("wasm"), "the page needs no WebAssembly");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_signing_out_clears_the_browser() {
    let server = server().await;
    let here = cookie(&by_password(&server, None, EMAIL, GOOD, "").await);
    let there = cookie(&by_password(&server, None, EMAIL, GOOD, "").await);
    let weak = server.ask("POST", "/me/password", Some(&here), Some("password=short")).await;
    assert!(weak.status == StatusCode::UNPROCESSABLE_ENTITY && weak.body.contains("at least 15 characters"));
    let saved = server.ask("POST", "/me/password", Some(&here), Some("password=seven+quiet+walnuts+hum")).await;
    assert_eq!(saved.headers[header::LOCATION], "/me/security?done");
    assert!(caller(&server, &there).await.is_none() && caller(&server, &here).await.is_some());
    let out = server.ask("POST", "/sign-out", Some(&here), None).await;
    assert_eq!(out.headers["clear-site-data"], "\"storage\"");
    assert!(caller(&server, &here).await.is_none());
}

#[tokio::test]
async fn passkeys_are_asked_for_with_a_cookie_of_their_own() {
    let server = server().await;
    let asked = server.ask("POST", "/sign-in/passkey/begin", None, Some("{}")).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.body.contains("challenge") && cookie(&asked).starts_with("seatscope-exchange="));
    let body = r#"{"response": "{}", "next": "/"}"#;
    let answer = server.ask("POST", "/sign-in/passkey/finish", Some(&cookie(&asked)), Some(body)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn without_mail_the_help_page_explains_and_with_it_the_answer_is_the_same_for_every_address() {
    let server = server().await;
    let page = server.ask("GET", "/sign-in/help", None, None).await.body;
    assert!(page.contains("seatscope user link") && !page.contains("name=\"email\""));
    assert_eq!(
        server.ask("POST", "/sign-in/help", None, Some("email=a%40f.example")).await.status,
        StatusCode::NOT_FOUND
    );

    let server = TestServer::with(|domain| domain.mail = Some(no_mail_server())).await;
    server.sign_in(EMAIL, &[Role::PartnerAdmin]).await;
    assert!(server.ask("GET", "/sign-in/help", None, None).await.body.contains("name=\"email\""));
    for email in [EMAIL, "x@f.example"] {
        let sent = query_string(&[("email", email.to_owned())]);
        for _ in 0..3 {
            let answer = server.ask("POST", "/sign-in/help", None, Some(&sent)).await;
            assert_eq!(answer.headers[header::LOCATION], "/sign-in/help?asked");
        }
        let refused = server.ask("POST", "/sign-in/help", None, Some(&sent)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Too many letters") && refused.body.contains(email));
    }
    let asked = server.ask("GET", "/sign-in/help?asked", None, None).await.body;
    assert!(asked.contains("a letter is on its way"));
}
