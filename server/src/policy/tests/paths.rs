//! Addresses written in other ways, and other methods, open nothing.

use super::super::POLICY;
use crate::testing::TestServer;
use axum::http::{StatusCode, header};
use model::Role;

/// Ways of writing an address that some servers take for the same.
fn tricks(path: &str) -> Vec<String> {
    let mut upper = path.to_uppercase();
    if upper == path {
        upper.push('X');
    }
    vec![
        format!("/{path}"),
        format!("{path}/"),
        format!("{path}//"),
        format!("{path}."),
        format!("{path};x"),
        format!("{path}%00"),
        format!("{path}%2f"),
        format!("/.{path}"),
        format!("/x/..{path}"),
        path.replacen('/', "/%2f", 1),
        path.replacen('/', "/%5c", 1),
        upper,
    ]
}

#[tokio::test]
async fn no_way_of_writing_an_address_opens_what_is_closed() {
    let server = TestServer::new().await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    for row in POLICY {
        for path in tricks(&row.path.replace(":id", TestServer::SOME_ID).replace("{id}", TestServer::SOME_ID)) {
            for cookie in [None, Some(clerk.as_str())] {
                let answer = server.ask(row.method, &path, cookie, Some("{}")).await;
                assert!(!answer.body.contains(TestServer::CANARY), "{} {path}", row.method);
                assert!(!answer.status.is_server_error(), "{} {path}: {}", row.method, answer.status);
                let entered = answer.status.is_success() && cookie.is_none() && !path.contains("sign-in");
                let open = ["/healthz", "/readyz"].iter().any(|open| path.contains(open));
                assert!(!entered || open, "{} {path}: {}", row.method, answer.status);
            }
        }
    }
}

#[tokio::test]
async fn another_method_opens_nothing() {
    let server = TestServer::new().await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    for row in POLICY {
        let path = row.path.replace(":id", TestServer::SOME_ID).replace("{id}", TestServer::SOME_ID);
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
            if POLICY.iter().any(|other| other.path == row.path && other.method == method) {
                continue;
            }
            let answer = server.ask(method, &path, Some(&clerk), Some("{}")).await;
            assert!(!answer.body.contains(TestServer::CANARY), "{method} {path}");
            let refused = answer.status.is_client_error() || answer.status == StatusCode::SEE_OTHER;
            let harmless = matches!(method, "HEAD" | "GET" | "OPTIONS");
            assert!(refused || harmless, "{method} {path}: {}", answer.status);
            // An exchange with the identity provider is over however its end is asked for: its own cookie goes.
            let cookies = answer.headers.contains_key(header::SET_COOKIE);
            assert!(!cookies || path == "/sign-in/oidc/callback", "{method} {path}");
        }
    }
}
