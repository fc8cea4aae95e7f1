//! The files say where the feed is, to those who may read it, and name what it has.

use super::files::{LIBRARY, MEASURES};
use crate::testing::TestServer;
use axum::http::StatusCode;
use domain::extract::{self, Given};
use model::Role;
use std::collections::{BTreeMap, BTreeSet};

const FILES: [(&str, &str, &str); 4] = [
    ("/feed/seatscope.pbids", "application/octet-stream", "seatscope.pbids"),
    ("/feed/seatscope.pq", "text/plain; charset=utf-8", "seatscope.pq"),
    ("/feed/seatscope.odc", "text/x-ms-odc; charset=utf-8", "seatscope.odc"),
    ("/feed/measures.dax", "text/plain; charset=utf-8", "measures.dax"),
];
/// What people read of the measures.
const PAPER: &str = include_str!("../../../../docs/power-bi.md");
const ADDRESS: &str = "http://localhost:3000/odata/v4/9000001";

#[tokio::test]
async fn files_have_the_address_of_the_account_and_are_for_those_who_read_the_feed() {
    let server = TestServer::new().await;
    let admin = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let billing = server.sign_in("b@f.example", &[Role::BillingAdmin]).await;
    let (known, _, _) = FILES[0];
    for (path, kind, name) in FILES {
        let file = server.ask("GET", path, Some(&admin), None).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert_eq!(file.headers["content-type"], kind);
        assert_eq!(file.headers["content-disposition"], format!("attachment; filename=\"{name}\""));
        assert_eq!(file.body.contains(ADDRESS), name != "measures.dax", "{path}");
        assert!(!file.body.contains("{address}") && !file.body.contains("{table}"), "{path}");
        for cookie in [Some(billing.as_str()), None] {
            let (like, refused) =
                (server.ask("GET", known, cookie, None).await, server.ask("GET", path, cookie, None).await);
            assert_ne!(refused.status, StatusCode::OK, "{path}");
            assert_eq!((refused.status, refused.body), (like.status, like.body), "{path}");
        }
    }
}

#[tokio::test]
async fn excel_opens_a_table_that_there_is() {
    let server = TestServer::new().await;
    let admin = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let file = server.ask("GET", "/feed/seatscope.odc?table=AzureUsage", Some(&admin), None).await.body;
    assert!(file.contains("SELECT * FROM [AzureUsage]"), "{file}");
    let mashup = between(&file, "<odc:PowerQueryMashupData>", "<").next().unwrap();
    assert!(mashup.contains(&format!("OData.Feed(&quot;{ADDRESS}&quot;")), "{mashup}");
    assert!(mashup.contains("[Name = &quot;AzureUsage&quot;, Signature = &quot;table&quot;]"), "{mashup}");
    // Of the program of the account are resellers no part.
    for table in ["Nobody", "", "<b>", "ResellerPerformance"] {
        let path = format!("/feed/seatscope.odc?{}", model::query_string(&[("table", table.to_owned())]));
        assert_eq!(server.ask("GET", &path, Some(&admin), None).await.status, StatusCode::NOT_FOUND, "{table:?}");
    }
}

/// Every table of the feed with its columns; of facts, those that are kept.
fn tables() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let given = Given::ALL.into_iter().map(|it| (it.name(), it.columns().iter().map(|(name, _)| *name).collect()));
    let facts = extract::datasets().map(|dataset| {
        let columns = extract::columns(dataset).unwrap();
        (dataset.key(), columns.iter().filter(|column| column.is_kept()).map(|column| column.name).collect())
    });
    given.chain(facts).collect()
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).map(move |rest| rest.split_once(to).unwrap().0)
}

/// A text without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn measures_are_of_columns_that_the_feed_keeps() {
    let mut tables = tables();
    let all: BTreeSet<String> = tables.values().flatten().map(|column| column.to_lowercase()).collect();
    // What the model calls otherwise, and what its text says to make.
    let ready = tables["Measures"].clone();
    tables.insert("Figures", ready);
    tables.insert("Bands", ["Order", "Band", "From", "To"].into());
    for column in &tables["Bands"] {
        assert!(MEASURES.contains(&format!("\"{column}\"")), "{column}");
    }
    let text = code(MEASURES);
    let mut made = BTreeSet::new();
    for measure in between(&text, "MEASURE ", "]") {
        let (table, name) = measure.split_once('[').unwrap();
        assert!(tables.contains_key(table.trim_matches('\'')), "{table}");
        assert!(!all.contains(&name.to_lowercase()), "{name} is a column");
        assert!(made.insert(name), "{name} twice");
    }
    for name in made.iter().filter(|name| !name.starts_with("Month of ")) {
        assert!(PAPER.contains(&format!("`{name}`")), "{name} is not in the paper");
    }
    let mut read = 0;
    for (at, _) in text.match_indices('[') {
        let (before, rest) = text.split_at(at);
        let name = rest[1..].split_once(']').unwrap().0;
        match before.strip_suffix('\'').and_then(|before| before.rsplit_once('\'')) {
            None => assert!(made.contains(name) || name.starts_with('@'), "[{name}]"),
            Some(_) if made.contains(name) => {}
            Some((_, table)) => {
                assert!(tables.get(table).is_some_and(|it| it.contains(name)), "{table}[{name}]");
                read += 1;
            }
        }
    }
    for table in between(&text, "('", "'") {
        assert!(tables.contains_key(table), "{table}");
    }
    assert!(made.len() > 60 && read > 200, "{} measures, {read} columns", made.len());
}

/// Without the flag a fact counts once for each reason that it is the partner's.
#[test]
fn measures_leave_out_what_repeats_a_fact() {
    let (tables, text) = (tables(), code(MEASURES));
    let mut flagged = 0;
    for measure in text.split("MEASURE ").skip(1) {
        for table in ["SUM('", "DISTINCTCOUNTNOBLANK('"].iter().flat_map(|of| between(measure, of, "'")) {
            let flags = ["IsDuplicateRowForPGA", "IsACRDuplicateAtPGALevel"];
            let kept = |flag: &&&str| tables.get(table).is_some_and(|columns| columns.contains(**flag));
            for flag in flags.iter().filter(kept) {
                assert!(measure.contains(&format!("'{table}'[{flag}] = 0")), "{measure}");
                flagged += 1;
            }
        }
    }
    assert!(flagged > 8, "{flagged}");
}

#[test]
fn the_library_picks_months_by_the_column_that_has_them() {
    let (tables, text) = (tables(), code(LIBRARY));
    let record = between(&text, "MonthOf = [", "]").next().unwrap();
    let mut told = BTreeSet::new();
    for line in record.split(',') {
        let (table, column) = line.split_once('=').unwrap();
        let (table, column) = (table.trim(), column.trim().trim_matches('"'));
        assert!(tables.get(table).is_some_and(|columns| columns.contains(column)), "{table}[{column}]");
        assert!(text.contains(&format!("each [{column}] >= from and [{column}] <= to")), "{column}");
        told.insert(table);
    }
    let timeless: Vec<&str> = tables.keys().copied().filter(|table| !told.contains(table)).collect();
    assert_eq!(timeless, ["Customers", "Products"]);
    assert!(tables["Measures"].contains("Metric"));
    for table in between(&text, "Read(\"", "\")") {
        assert!(tables.contains_key(table), "{table}");
    }
}
