//! The way to the provider and back, as a browser goes it. What a provider can say wrong is tried where it is checked.

// The domain's own.
#[path = "../../../domain/src/oidc/tests/fake.rs"]
#[expect(dead_code, reason = "no lies are told here")]
mod fake;
#[path = "../../../domain/src/oidc/tests/jwt.rs"]
#[expect(dead_code, reason = "no lies are told here")]
mod jwt;

use crate::testing::{Answer as Page, TestServer};
use axum::http::{StatusCode, header};
use domain::{
    clock::Clock,
    oidc::{Answer, Provider, Settings},
    people::{self, Added, NewPerson},
    session,
};
use fake::{CLIENT, Fake, SECRET};
use model::query_string;

async fn server() -> (TestServer, Fake) {
    let fake = Fake::start(Clock::system()).await;
    let provider = Provider::new(Settings {
        name: "Entra ID".into(),
        issuer: fake.issuer.clone(),
        client_id: CLIENT.into(),
        client_secret: SECRET.into(),
        scopes: Vec::new(),
        groups: None,
        second_factor: None,
        redirect: format!("http://localhost:3000{}", crate::config::CALLBACK),
    });
    (TestServer::with(|domain| domain.provider = Some(provider.unwrap())).await, fake)
}

/// The secret of an invitation for `alice`, whom the provider lets in.
async fn invitation(server: &TestServer) -> String {
    let new = NewPerson { email: "alice@f.example".into(), name: "Alice".into(), roles: Vec::new() };
    match people::add(&server.domain, server.account, &new).await.unwrap() {
        Added::Link(link) => link.text().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn begin(server: &TestServer, cookie: Option<&str>, pairs: &[(&str, &str)]) -> Page {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    server.ask("POST", "/sign-in/oidc", cookie, Some(&query_string(&pairs))).await
}

/// The provider's page, to which the browser is sent.
fn address(begun: &Page) -> String {
    let refresh = begun.headers["refresh"].to_str().unwrap();
    refresh.strip_prefix("0;url=").unwrap().to_owned()
}

fn cookie(page: &Page, name: &str) -> Option<String> {
    let set = page.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap());
    let mut found = set.filter(|set| set.starts_with(&format!("{name}=")));
    let set = found.next()?;
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), "{set}");
    Some(set.split(';').next().unwrap().to_owned())
}

async fn back(server: &TestServer, cookie: Option<&str>, answer: &Answer) -> Page {
    let Answer { code, state, iss, error } = answer.clone();
    let pairs = [("code", code), ("state", state), ("iss", iss), ("error", error)];
    let pairs: Vec<_> = pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    server.ask("GET", &format!("/sign-in/oidc/callback?{}", query_string(&pairs)), cookie, None).await
}

fn to(page: &Page) -> &str {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.headers[header::LOCATION].to_str().unwrap()
}

#[tokio::test]
async fn an_invitation_leads_to_the_provider_and_back_to_a_session() {
    let (server, fake) = server().await;
    let link = invitation(&server).await;
    let page = server.ask("GET", &format!("/sign-in?link={link}"), None, None).await;
    assert!(page.body.contains("Go on with Entra ID"));
    let begun = begin(&server, None, &[("purpose", "invitation"), ("link", &link), ("next", "/me")]).await;
    assert_eq!(begun.status, StatusCode::OK);
    assert!(address(&begun).starts_with(&format!("{}/authorize?", fake.issuer)));
    assert!(begun.body.contains("On to Entra ID") && begun.body.contains(&address(&begun).replace('&', "&amp;")));
    let bound = cookie(&begun, "seatscope-provider").unwrap();
    let done = back(&server, Some(&bound), &fake.authorize(&address(&begun))).await;
    assert_eq!(to(&done), "/me");
    assert_eq!(cookie(&done, "seatscope-provider").unwrap(), "seatscope-provider=", "it is of no use any more");
    let session = cookie(&done, "seatscope").unwrap();
    let me = server.ask("GET", "/me/security", Some(&session), None).await;
    assert!(me.body.contains(&fake.issuer), "the identity is listed");

    let page = server.ask("GET", "/sign-in", None, None).await;
    assert!(page.body.contains("Sign in with Entra ID"));
    let begun = begin(&server, Some(&session), &[]).await;
    let both = format!("{session}; {}", cookie(&begun, "seatscope-provider").unwrap());
    let again = back(&server, Some(&both), &fake.authorize(&address(&begun))).await;
    assert_eq!(to(&again), "/");
    let old = session.trim_start_matches("seatscope=");
    assert!(session::caller(&server.domain, old).await.unwrap().is_none(), "nobody is two people at once");
}

#[tokio::test]
async fn a_refusal_is_told_in_a_sentence_and_no_more() {
    let (server, fake) = server().await;
    let begun = begin(&server, None, &[]).await;
    let bound = cookie(&begun, "seatscope-provider").unwrap();
    let answer = fake.authorize(&address(&begun));
    let stranger = back(&server, None, &answer).await;
    assert_eq!(to(&stranger), "/sign-in?failed=provider-lost", "another browser");
    let unknown = back(&server, Some(&bound), &answer).await;
    assert_eq!(to(&unknown), "/sign-in?failed=provider-unknown");
    for page in [&stranger, &unknown] {
        assert!(cookie(page, "seatscope").is_none() && cookie(page, "seatscope-provider").is_some());
    }
    for (language, words) in [("en", "Open your invitation"), ("zh-TW", "請開啟您的邀請")] {
        let page = server.ask("GET", to(&unknown), Some(&format!("locale={language}")), None).await;
        assert!(page.body.contains(words) && !page.body.contains("alice"), "{}", page.body);
    }
    for failed in model::ProviderFailure::ALL {
        let page = server.ask("GET", &format!("/sign-in?failed={}", failed.key()), None, None).await;
        assert!(page.body.contains("Sign in with Entra ID"), "the way back in is there after {failed:?}");
    }
}

#[tokio::test]
async fn what_comes_twice_is_not_believed() {
    let (server, fake) = server().await;
    let begun = begin(&server, None, &[]).await;
    let bound = cookie(&begun, "seatscope-provider").unwrap();
    let state = fake.authorize(&address(&begun)).state.unwrap();
    let path = format!("/sign-in/oidc/callback?code=x&state=guess&state={state}");
    let page = server.ask("GET", &path, Some(&bound), None).await;
    assert_eq!(to(&page), "/sign-in?failed=provider-lost");
}

#[tokio::test]
async fn whoever_is_signed_in_connects_the_provider_and_disconnects_it() {
    let (server, fake) = server().await;
    let session = server.sign_in("bob@f.example", &[]).await;
    let security = server.ask("GET", "/me/security", Some(&session), None).await;
    assert!(security.body.contains("Connect Entra ID"));
    let begun = begin(&server, Some(&session), &[("purpose", "connect"), ("next", "/me/security?done")]).await;
    let both = format!("{session}; {}", cookie(&begun, "seatscope-provider").unwrap());
    let done = back(&server, Some(&both), &fake.authorize(&address(&begun))).await;
    assert_eq!(to(&done), "/me/security?done");
    assert!(cookie(&done, "seatscope").is_none(), "the session goes on");
    let security = server.ask("GET", "/me/security", Some(&session), None).await;
    assert!(security.body.contains(&fake.issuer) && !security.body.contains("Connect Entra ID"));
    let issuer = query_string(&[("issuer", fake.issuer.clone())]);
    let gone = server.ask("POST", "/me/identities/remove", Some(&session), Some(&issuer)).await;
    assert_eq!(to(&gone), "/me/security?done");

    let begun = begin(&server, Some(&session), &[("purpose", "step-up"), ("next", "/users")]).await;
    let both = format!("{session}; {}", cookie(&begun, "seatscope-provider").unwrap());
    let refused = back(&server, Some(&both), &fake.authorize(&address(&begun))).await;
    assert_eq!(to(&refused), "/me/security?failed=provider-not-fresh");
    let told = server.ask("GET", to(&refused), Some(&session), None).await;
    assert!(told.body.contains("does not say that you signed in there just now"));
}

#[tokio::test]
async fn without_a_provider_there_is_no_button_and_no_way() {
    let server = TestServer::new().await;
    let page = server.ask("GET", "/sign-in", None, None).await;
    assert!(!page.body.contains("/sign-in/oidc"));
    assert_eq!(begin(&server, None, &[]).await.status, StatusCode::NOT_FOUND);
}
