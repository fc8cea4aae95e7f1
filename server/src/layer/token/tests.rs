use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::tokens::{self, Made, NewToken};
use headers::{Authorization, HeaderMapExt};
use model::{Role, TokenScope};

const EXPORT: &str = "/export/licenses.csv";

async fn made(server: &TestServer, scope: TokenScope) -> Made {
    let new = NewToken { name: "test".into(), scopes: [scope].into(), days: 90 };
    tokens::make_on_host(&server.domain, server.account, "a@f.example", &new).await.unwrap()
}

async fn server() -> (TestServer, String) {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    (server, cookie)
}

/// A request as programs send it: no cookie, no word of where it came from.
async fn ask(server: &TestServer, method: &str, path: &str, token: &str, more: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    request.headers_mut().typed_insert(Authorization::bearer(token).unwrap());
    server.send(request).await
}

#[tokio::test]
async fn a_token_takes_data_out() {
    let (server, _) = server().await;
    let made = made(&server, TokenScope::Api).await;
    let answer = ask(&server, "GET", EXPORT, made.token.text(), &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains(TestServer::CANARY));

    let mut request = Request::get(EXPORT).body(Body::empty()).unwrap();
    request.headers_mut().typed_insert(Authorization::basic(&made.id.to_string(), made.token.text()));
    assert_eq!(server.send(request).await.status, StatusCode::OK, "as Power BI sends it");
    for user in ["", "a@f.example", TestServer::SOME_ID] {
        let mut request = Request::get(EXPORT).body(Body::empty()).unwrap();
        request.headers_mut().typed_insert(Authorization::basic(user, made.token.text()));
        assert_eq!(server.send(request).await.status, StatusCode::UNAUTHORIZED, "{user}");
    }
}

#[tokio::test]
async fn a_token_gives_data_in() {
    let (server, _) = server().await;
    let made = made(&server, TokenScope::Import).await;
    let file = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n";
    let body =
        format!("--x\r\ncontent-disposition: form-data; name=\"files\"; filename=\"f.csv\"\r\n\r\n{file}\r\n--x--\r\n");
    let mut request = Request::post("/settings/data").body(Body::from(body)).unwrap();
    request.headers_mut().insert(header::CONTENT_TYPE, "multipart/form-data; boundary=x".parse().unwrap());
    request.headers_mut().typed_insert(Authorization::bearer(made.token.text()).unwrap());
    let answer = server.send(request).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED, "{}", answer.body);
    assert!(answer.body.starts_with("[\""), "the import's id: {}", answer.body);
}

#[tokio::test]
async fn a_token_opens_what_its_scope_says_and_no_page() {
    let (server, _) = server().await;
    let api = made(&server, TokenScope::Api).await;
    let feed = made(&server, TokenScope::Feed).await;
    assert_eq!(ask(&server, "GET", EXPORT, feed.token.text(), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ask(&server, "POST", "/settings/data", api.token.text(), &[]).await.status, StatusCode::FORBIDDEN);
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/users"),
        ("GET", "/settings/data"),
        ("GET", "/nowhere"),
        ("POST", "/api/people/list"),
        ("POST", "/api/licenses/report"),
        ("HEAD", EXPORT),
    ] {
        let answer = ask(&server, method, path, api.token.text(), &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method} {path}");
        assert!(!answer.body.contains(TestServer::CANARY) && !answer.body.contains("a@f.example"));
    }
}

#[tokio::test]
async fn beside_a_token_a_cookie_counts_for_nothing() {
    let (server, cookie) = server().await;
    let feed = made(&server, TokenScope::Feed).await;
    for (path, status) in [(EXPORT, StatusCode::FORBIDDEN), ("/users", StatusCode::FORBIDDEN)] {
        let answer = ask(&server, "GET", path, feed.token.text(), &[("cookie", &cookie)]).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(!answer.body.contains("a@f.example"));
    }
    let dead = ask(&server, "GET", EXPORT, "seat_pdead", &[("cookie", &cookie)]).await;
    assert_eq!(dead.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn other_sites_cannot_send_a_token_in_a_visitors_name() {
    let (server, cookie) = server().await;
    let token = made(&server, TokenScope::Import).await;
    let passes = async |more: &[(&str, &str)]| {
        let answer = ask(&server, "POST", "/settings/data", token.token.text(), more).await;
        // Past the gate the request fails for want of a file.
        answer.status == StatusCode::UNPROCESSABLE_ENTITY
    };
    assert!(passes(&[]).await, "a program");
    assert!(passes(&[("sec-fetch-site", "same-origin")]).await);
    assert!(!passes(&[("sec-fetch-site", "cross-site")]).await, "a browser that repeats what was typed once");
    assert!(!passes(&[("origin", "https://evil.example")]).await);
    assert!(!passes(&[("cookie", &cookie)]).await, "cookies need the gate");
}

#[tokio::test]
async fn a_token_in_the_address_is_refused_and_dead() {
    let (server, _) = server().await;
    for place in ["?token=", "?x=%73eat", "?", "?a=b&c=key%3D"] {
        let made = made(&server, TokenScope::Api).await;
        let token = made.token.text();
        let rest = if place.ends_with("%73eat") { &token[4..] } else { token };
        let answer = server.ask("GET", &format!("{EXPORT}{place}{rest}"), None, None).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{place}");
        assert!(!answer.body.contains(token));
        assert_eq!(ask(&server, "GET", EXPORT, token, &[]).await.status, StatusCode::UNAUTHORIZED, "{place}");
    }
}

#[tokio::test]
async fn a_wrong_token_is_told_how_to_come_in_and_a_proxys_password_is_none() {
    let (server, cookie) = server().await;
    let wrong = ask(&server, "GET", EXPORT, "x", &[]).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(wrong.headers[header::WWW_AUTHENTICATE].to_str().unwrap().starts_with("Basic"));
    let mut request = Request::get("/users").header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    request.headers_mut().typed_insert(Authorization::basic("proxy", "its password"));
    assert_eq!(server.send(request).await.status, StatusCode::OK);
}
