//! The table is compared with what is really there, and every row is tried as every kind of person.

mod matrix;
mod oracle;
mod params;
mod paths;
mod refusals;
mod things;
mod world;

use super::{Needs, POLICY, Policy};
use crate::edge::edges;
use leptos::server_fn::axum::server_fn_paths;
use std::collections::BTreeSet;

fn declared(wanted: impl Fn(&&Policy) -> bool) -> BTreeSet<(String, String)> {
    POLICY.iter().filter(wanted).map(|row| (row.method.to_owned(), row.path.to_owned())).collect()
}

/// What the interface calls; programs call what is below `/api/v1/`.
fn is_function(path: &str) -> bool {
    path.starts_with("/api/") && !path.starts_with("/api/v1/")
}

#[test]
fn the_table_has_no_row_twice() {
    assert_eq!(declared(|_| true).len(), POLICY.len());
}

#[test]
fn every_server_function_is_declared_and_only_those() {
    let there: BTreeSet<_> = server_fn_paths().map(|(path, method)| (method.to_string(), path.to_owned())).collect();
    assert_eq!(there, declared(|row| is_function(row.path)));
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
    assert_eq!(there, declared(|row| !is_function(row.path)));
}

#[test]
fn tokens_open_what_the_table_says() {
    let taken = edges().into_iter().filter(|edge| crate::edge::takes_tokens(edge.method, edge.path));
    let open: BTreeSet<_> = taken.map(|edge| (edge.method.to_owned(), edge.path.to_owned())).collect();
    assert_eq!(open, declared(|row| row.token.is_some()));
    for row in POLICY {
        assert_eq!(crate::edge::is_alone(row.path), row.alone, "{}", row.path);
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
