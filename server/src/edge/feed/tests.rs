//! What the files name is there, and they say where.

use super::files::{LIBRARY, MEASURES};
use crate::testing::TestServer;
use axum::http::{StatusCode, header};
use domain::extract::{Given, columns};
use model::{Dataset, Role};
use std::collections::HashSet;

/// The columns of a table of the feed; nothing where there is no such table.
fn of(table: &str) -> Option<Vec<&'static str>> {
    // A model keeps the name for itself.
    let table = if table == "Figures" { "Measures" } else { table };
    let given = Given::ALL.into_iter().find(|given| given.name() == table);
    let given = given.map(|given| given.columns().iter().map(|(name, _)| *name).collect());
    let facts = || Some(columns(Dataset::from_key(table)?)?.iter().map(|column| column.name).collect());
    given.or_else(facts)
}

/// What stands in quotes before a bracket, and in the bracket: `'Table'[Column]`.
fn named(text: &str) -> Vec<(&str, &str)> {
    let parts = text.split("'[").collect::<Vec<_>>();
    parts.windows(2).filter_map(|two| Some((two[0].rsplit_once('\'')?.1, two[1].split_once(']')?.0))).collect()
}

#[test]
fn measures_name_tables_and_columns_of_the_feed() {
    let own: HashSet<(&str, &str)> =
        MEASURES.lines().filter_map(|line| line.trim().strip_prefix("MEASURE ")).flat_map(named).collect();
    assert!(own.len() > 60, "{}", own.len());
    let mut columns_named = 0;
    // The two tables that the file itself says how to make.
    for (table, column) in named(MEASURES).into_iter().filter(|(table, _)| !["Bands", "Days"].contains(table)) {
        let columns = of(table).unwrap_or_else(|| panic!("no table {table}"));
        let known = columns.contains(&column);
        assert!(known || own.contains(&(table, column)), "{table} has no {column}");
        columns_named += usize::from(known);
    }
    assert!(columns_named > 100, "{columns_named}");
}

#[test]
fn the_library_names_the_column_of_days_of_every_table() {
    let (_, rest) = LIBRARY.split_once("MonthOf = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let pairs: Vec<(&str, &str)> = list.split(',').map(|pair| pair.trim().split_once(" = ").unwrap()).collect();
    for (table, column) in &pairs {
        assert!(of(table).unwrap().contains(&column.trim_matches('"')), "{table} has no {column}");
    }
    for dataset in domain::extract::datasets() {
        assert!(pairs.iter().any(|(table, _)| *table == dataset.key()), "{} is not there", dataset.key());
    }
}

#[tokio::test]
async fn files_hold_the_address_of_the_account_and_no_token() {
    let server = TestServer::new().await;
    let admin = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    for (file, kind, holds) in [
        ("seatscope.pbids", "application/octet-stream", "/odata/v4/9000001\""),
        ("seatscope.pq", "text/plain; charset=utf-8", "/odata/v4/9000001\""),
        ("seatscope.odc", "text/x-ms-odc; charset=utf-8", "/odata/v4/9000001&quot;"),
        ("measures.dax", "text/plain; charset=utf-8", "DEFINE"),
    ] {
        let answer = server.ask("GET", &format!("/feed/{file}"), Some(&admin), None).await;
        assert_eq!(answer.status, StatusCode::OK, "{file}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], kind);
        assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains(file));
        assert!(answer.body.contains(holds), "{file}: {}", answer.body);
        assert!(!answer.body.contains("{address}") && !answer.body.contains("{table}"), "{file}");
    }
    let other = server.ask("GET", "/feed/seatscope.odc?table=Nothing", Some(&admin), None).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}
