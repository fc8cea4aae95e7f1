use crate::testing::{Answer, TestServer};
use axum::http::{StatusCode, header};
use model::{AccountId, Program, Role};

const LIST: (&str, Option<&str>) = ("/api/people/list", Some(r#"{"filter": {}}"#));

/// A person of two accounts, signed in to the first; and the second, where they have a colleague.
async fn server() -> (TestServer, String, AccountId) {
    let server = TestServer::new().await;
    let other = server.account("9100001", "Northwind", &[Program::CspDirect]).await;
    server.sign_in_to(other, "a@f.example", &[Role::PartnerAdmin]).await;
    server.sign_in_to(other, "hidden@n.example", &[]).await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    (server, cookie, other)
}

async fn switch(server: &TestServer, cookie: &str, to: &str) -> Answer {
    server.ask("POST", "/account/switch", Some(cookie), Some(&format!("account={to}"))).await
}

async fn switched(server: &TestServer, cookie: &str, to: AccountId) -> String {
    let answer = switch(server, cookie, &to.to_string()).await;
    assert_eq!((answer.status, answer.headers[header::LOCATION].as_bytes()), (StatusCode::SEE_OTHER, &b"/"[..]));
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_menu_switches_and_nothing_of_the_one_account_shows_in_the_other() {
    let (server, cookie, other) = server().await;
    let page = server.ask("GET", "/", Some(&cookie), None).await;
    assert!(page.body.contains(&format!("value=\"{other}\"")) && page.body.contains("Northwind"));
    assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store", "Back asks again");

    let there = switched(&server, &cookie, other).await;
    assert_ne!(there, cookie);
    assert_eq!(server.ask("POST", LIST.0, Some(&cookie), LIST.1).await.status, StatusCode::UNAUTHORIZED);
    let list = server.ask("POST", LIST.0, Some(&there), LIST.1).await;
    assert!(list.body.contains("hidden@n.example"));
    let figures = server.ask("GET", "/analytics/licenses", Some(&there), None).await;
    assert!(!figures.body.contains(TestServer::CANARY));
}

#[tokio::test]
async fn an_account_that_is_not_ones_own_is_not_there() {
    let (server, _, other) = server().await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    let strangers = switch(&server, &clerk, &other.to_string()).await;
    let nobodys = switch(&server, &clerk, TestServer::SOME_ID).await;
    assert_eq!((strangers.status, strangers.body), (StatusCode::NOT_FOUND, nobodys.body));
    let page = server.ask("GET", "/", Some(&clerk), None).await;
    assert!(!page.body.contains("/account/switch"), "who is in one account has nowhere to switch to");
}

#[tokio::test]
async fn a_tab_of_the_former_account_neither_acts_in_the_new_one_nor_shows_it() {
    let (server, cookie, other) = server().await;
    let there = switched(&server, &cookie, other).await;
    let (here, there_too) = (format!("/in/{}", server.account), format!("/in/{other}"));
    for (method, path, body) in [
        ("POST", LIST.0, LIST.1),
        ("GET", "/export/licenses.csv", None),
        ("POST", "/settings/data", None),
        ("GET", "/users", None),
    ] {
        let refused = server.ask(method, &format!("{here}{path}"), Some(&there), body).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{method} {path}");
        assert!(!refused.body.contains("hidden@n.example"));
        let taken = server.ask(method, &format!("{there_too}{path}"), Some(&there), body).await;
        assert_ne!(taken.status, StatusCode::CONFLICT, "{method} {path}");
    }
    let told = server.ask("POST", &format!("{here}{}", LIST.0), Some(&there), LIST.1).await;
    assert_eq!(told.body, r#"{"code":"other_account"}"#, "in a form that the page can tell");
}

#[tokio::test]
async fn the_front_of_an_address_opens_nothing() {
    let (server, cookie, _) = server().await;
    let here = format!("/in/{}", server.account);
    for (path, status) in [
        (format!("{here}/users"), StatusCode::OK),
        (format!("{here}{here}/users"), StatusCode::NOT_FOUND),
        ("/in/x/users".to_owned(), StatusCode::NOT_FOUND),
        (here.clone(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(server.ask("GET", &path, Some(&cookie), None).await.status, status, "{path}");
        let stranger = server.ask("GET", &path, None, None).await;
        let to = stranger.headers[header::LOCATION].to_str().unwrap();
        assert!(to.starts_with("/sign-in?next="), "{path}: {to}");
    }
}
