//! The table is compared with what is really there, and every row is tried as every kind of person.

mod matrix;
mod oracle;
mod paths;
mod things;
mod world;

use super::{Needs, POLICY, Policy};
use crate::{
    edge::edges,
    testing::{Answer, TestServer},
};
use axum::http::{StatusCode, header};
use leptos::server_fn::axum::server_fn_paths;
use model::{Permission, Role};
use std::collections::BTreeSet;

fn declared(wanted: impl Fn(&&Policy) -> bool) -> BTreeSet<(String, String)> {
    POLICY.iter().filter(wanted).map(|row| (row.method.to_owned(), row.path.to_owned())).collect()
}

#[test]
fn the_table_has_no_row_twice() {
    assert_eq!(declared(|_| true).len(), POLICY.len());
}

#[test]
fn every_server_function_is_declared_and_only_those() {
    let there: BTreeSet<_> = server_fn_paths().map(|(path, method)| (method.to_string(), path.to_owned())).collect();
    assert_eq!(there, declared(|row| row.path.starts_with("/api/")));
    // Two functions at one address would hide each other: the sources must hold as many as are registered.
    let sources = format!("{}/../app/src", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(count_in_sources(sources.as_ref()), there.len());
}

fn count_in_sources(dir: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let count = |path: std::path::PathBuf| {
        if path.is_dir() {
            return count_in_sources(&path);
        }
        std::fs::read_to_string(path).unwrap().lines().filter(|line| line.starts_with("#[server")).count()
    };
    entries.map(count).sum()
}

#[test]
fn every_plain_route_and_page_is_declared_and_only_those() {
    let mut there: BTreeSet<_> =
        edges().into_iter().map(|edge| (edge.method.to_owned(), edge.path.to_owned())).collect();
    let pages = leptos_axum::generate_route_list(app::App);
    there.extend(pages.iter().map(|page| ("GET".to_owned(), page.path().replace('{', ":").replace('}', ""))));
    assert_eq!(there, declared(|row| !row.path.starts_with("/api/")));
}

#[test]
fn tokens_open_what_the_table_says() {
    let open: BTreeSet<_> =
        crate::edge::FOR_TOKENS.iter().map(|(method, path)| (method.to_string(), path.to_string())).collect();
    assert_eq!(open, declared(|row| row.token.is_some()));
    for row in POLICY {
        let Some(scope) = row.token else { continue };
        assert!(matches!(row.needs, Needs::Permission(it) if scope.opens(it)), "{}", row.path);
    }
}

#[test]
fn reading_never_changes_anything() {
    for row in POLICY.iter().filter(|row| row.method == "GET") {
        assert!(!row.mutates, "{}", row.path);
    }
}

/// Whether a person with these roles gets past, by rules written down apart from the table: whoever is not signed in sees the
/// sign-in page only; analytics, people and imports need MPN partner admin.
fn expected(path: &str, signed_in: bool, roles: &[Role]) -> bool {
    let open = ["/sign-in", "/healthz", "/readyz", "/demo", "/first-run", "/preferences", "/sign-out"];
    let open = open.contains(&path) || ["/sign-in/password", "/sign-in/help"].contains(&path);
    let open = open || path.starts_with("/sign-in/passkey/") || path.starts_with("/sign-in/oidc");
    let members = ["/", "/me", "/sign-in/second", "/confirm", "/account/switch", "/notices"];
    let own = members.contains(&path) || path.starts_with("/me/");
    let own = own || path.starts_with("/access/ask") || path.starts_with("/api/notices/");
    open || signed_in && (own || roles.contains(&Role::PartnerAdmin))
}

#[tokio::test]
async fn every_row_is_open_to_whom_it_says_and_closed_to_all_others() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let mut people = vec![(None, Vec::new()), (Some(admin), vec![Role::PartnerAdmin])];
    people.push((Some(server.sign_in("nobody@f.example", &[]).await), Vec::new()));
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::PartnerAdmin) {
        people.push((Some(server.sign_in(&format!("{}@f.example", role.key()), &[role]).await), vec![role]));
    }
    for (cookie, roles) in &people {
        for row in POLICY {
            // These end sessions or make them; they have tests of their own.
            if row.method == "POST" && matches!(row.path, "/sign-in" | "/sign-out") {
                continue;
            }
            let sent = body(row.path);
            let answer = server.ask(row.method, &filled(row.path), cookie.as_deref(), sent.as_deref()).await;
            let allowed = expected(row.path, cookie.is_some(), roles);
            let (status, body) = (answer.status, &answer.body);
            assert_eq!(passed(&answer), allowed, "{} {} as {roles:?}: {status} {body}", row.method, row.path);
            let says = matches!(row.needs, Needs::Nobody)
                || cookie.is_some() && matches!(row.needs, Needs::SignedIn)
                || cookie.is_some() && matches!(row.needs, Needs::Permission(it) if it.opened_by(roles));
            assert_eq!(says, allowed, "the table disagrees with the oracle: {} {}", row.method, row.path);
            if !allowed {
                assert!(!body.contains(TestServer::CANARY), "{} {} leaks to {roles:?}", row.method, row.path);
            }
        }
    }
    let analytics =
        POLICY.iter().filter(|row| matches!(row.needs, Needs::Permission(Permission::ViewLicenses))).count();
    assert!(analytics > 5, "the analytics rows are in the table");
}

/// An address with something in the place of its parameter.
fn filled(path: &str) -> String {
    path.replace(":id", TestServer::SOME_ID)
        .replace("{id}", TestServer::SOME_ID)
        .replace("{session}", TestServer::SOME_ID)
}

/// What a server function must be sent to come as far as its check of rights.
fn body(path: &str) -> Option<String> {
    let id = TestServer::SOME_ID;
    let body = match path {
        "/api/licenses/report" | "/api/people/list" | "/api/audit/list" => r#"{"filter": {}}"#.to_owned(),
        "/api/licenses/customers" => r#"{"query": {}}"#.to_owned(),
        "/api/people/preview" => {
            r#"{"update": {"people": [], "role": "partner_admin", "give": true, "until": null, "reason": ""}}"#
                .to_owned()
        }
        "/api/customers/detail" => format!(r#"{{"tenant": "{id}"}}"#),
        "/api/people/detail" => format!(r#"{{"person": "{id}"}}"#),
        "/api/people/update-roles" => format!("person={id}&version=0"),
        "/api/notices/see" => "upto=2026-11-22T00:00:00Z".to_owned(),
        "/api/requests/decide" => format!("id={id}&approve=true"),
        "/api/reviews/start" => String::new(),
        "/api/reviews/mark" => format!("review={id}&person={id}&role=partner_admin&verdict=keep"),
        "/api/reviews/finish" => format!("review={id}"),
        "/api/imports/one" => format!(r#"{{"id": "{id}"}}"#),
        "/users/{id}/standing" => "standing=disabled".to_owned(),
        "/settings/tokens" => "name=x&days=1&scope=api".to_owned(),
        "/settings/account" => "name=x&idle_minutes=30&session_hours=12&keep_days=400".to_owned(),
        path if path.starts_with("/api/") => "{}".to_owned(),
        _ => return None,
    };
    Some(body)
}

/// Whether an answer let the asker past. What is not there, or not well formed, was let past the check of rights.
fn passed(answer: &Answer) -> bool {
    let to_sign_in = answer
        .headers
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok())
        .is_some_and(|to| to == "/sign-in" || to.starts_with("/sign-in?"));
    !matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) && !to_sign_in
}
