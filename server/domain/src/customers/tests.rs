use super::{detail, set_overrides};
use crate::{
    Error,
    access::Caller,
    imports::{self, Incoming, Progress},
    insight,
    licenses::{leave_out, products, report},
    sample::{self, SamplePlan},
    testing::TestDomain,
};
use model::{
    Block, CustomerOverride, Facet, InsightPage, InsightQuery, Invalid, LicenseFilter, MergedTenant, Metric, Ranking,
    Role, Title,
};
use tokio::sync::watch;

async fn filled() -> (TestDomain, Caller) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let dir = tempfile::tempdir().unwrap();
    for file in sample::write(dir.path(), &SamplePlan::demo("2026-10".parse().unwrap())).unwrap() {
        let incoming = Incoming::read(&test, "f", &mut std::fs::File::open(&file.path).unwrap()).unwrap();
        imports::run(&test, &admin, incoming, watch::channel(Progress::default()).0).await.unwrap();
    }
    (test, admin)
}

fn said(name: &str, market: &str, part_of: &str) -> CustomerOverride {
    CustomerOverride { name: name.into(), market: market.into(), part_of: part_of.into() }
}

/// A table of a page, all of its rows.
async fn table(test: &TestDomain, admin: &Caller, page: InsightPage, title: Title) -> Ranking {
    let query = InsightQuery { whole: Some(title), ..InsightQuery::default() };
    let blocks = insight::page(test, admin, page, &query).await.unwrap().blocks;
    let tables = blocks.into_iter().filter_map(|block| match block {
        Block::Ranking(table) => Some(table),
        Block::Course(_) => None,
    });
    tables.into_iter().find(|table| table.title == title).unwrap()
}

async fn customers(test: &TestDomain, admin: &Caller) -> Ranking {
    table(test, admin, InsightPage::Customers, Title::AllCustomers).await
}

async fn figure(test: &TestDomain, admin: &Caller, page: InsightPage, metric: Metric) -> Option<i64> {
    let shown = insight::page(test, admin, page, &InsightQuery::default()).await.unwrap();
    shown.figures.iter().find(|figure| figure.metric == metric).unwrap().now
}

#[tokio::test]
async fn tenants_that_are_one_customer_count_as_one_everywhere_until_they_are_split() {
    let (test, admin) = filled().await;
    let before = customers(&test, &admin).await;
    let [main, part] = [&before.rows[0], &before.rows[1]].map(Clone::clone);
    let count = figure(&test, &admin, InsightPage::Growth, Metric::Customers).await.unwrap();
    let charges = figure(&test, &admin, InsightPage::Growth, Metric::Charges).await;
    let sold = |table: &Ranking, key: &str| table.rows.iter().find(|row| row.key == key).and_then(|row| row.values[0]);

    set_overrides(&test, &admin, &part.key, &said("Kept for later", "", &main.name)).await.unwrap();
    let merged = customers(&test, &admin).await;
    assert_eq!(sold(&merged, &main.key), Some(main.values[0].unwrap() + part.values[0].unwrap()));
    assert_eq!(sold(&merged, &part.key), None);
    assert_eq!(merged.total, before.total - 1);
    assert_eq!(figure(&test, &admin, InsightPage::Growth, Metric::Customers).await, Some(count - 1));
    assert_eq!(figure(&test, &admin, InsightPage::Growth, Metric::Charges).await, charges);

    // The tenant's page is the customer's, whose page tells of the tenant.
    let shown = detail(&test, &admin, &part.key).await.unwrap();
    assert_eq!(shown.id, main.key);
    assert_eq!(shown.report.now().sold, sold(&merged, &main.key));
    let own = MergedTenant { vendor_name: part.name.clone(), name: "Kept for later".into(), ..MergedTenant::default() };
    assert_eq!(shown.overrides.unwrap().merged, [MergedTenant { tenant: part.key.clone(), ..own }]);

    // What was part of it goes with it.
    let other = before.rows[2].clone();
    set_overrides(&test, &admin, &main.key, &said("", "", &other.key.to_uppercase())).await.unwrap();
    let all: i64 = before.rows[..3].iter().filter_map(|row| row.values[0]).sum();
    assert_eq!(sold(&customers(&test, &admin).await, &other.key), Some(all));

    for tenant in [&part.key, &main.key] {
        set_overrides(&test, &admin, tenant, &CustomerOverride::default()).await.unwrap();
    }
    assert_eq!(customers(&test, &admin).await, before);
}

#[tokio::test]
async fn a_name_and_a_market_stand_in_place_of_the_vendors() {
    let (test, admin) = filled().await;
    let before = customers(&test, &admin).await;
    let row = before.rows[0].clone();
    let of = detail(&test, &admin, &row.key).await.unwrap();
    let markets = of.overrides.unwrap().markets;
    let market = markets.iter().find(|market| **market != of.market).unwrap();
    let by_market = async || table(&test, &admin, InsightPage::Growth, Title::CustomersByMarket).await;
    let count = |table: &Ranking, key: &str| table.rows.iter().find(|row| row.key == key).and_then(|row| row.values[0]);
    let vendors = by_market().await;

    set_overrides(&test, &admin, &row.key, &said("  Our own name ", market, "")).await.unwrap();
    let now = detail(&test, &admin, &row.key).await.unwrap();
    assert_eq!((now.name.as_str(), &now.market), ("Our own name", market));
    assert_eq!(now.overrides.unwrap().vendor_name, row.name);
    let found = InsightQuery { search: "our OWN".into(), ..InsightQuery::default() };
    let page = insight::page(&test, &admin, InsightPage::Customers, &found).await.unwrap();
    assert!(format!("{:?}", page.blocks).contains("Our own name"));
    let moved = by_market().await;
    assert_eq!(count(&moved, market).unwrap_or(0), count(&vendors, market).unwrap_or(0) + 1);
    assert_eq!(count(&moved, &of.market).unwrap_or(0), count(&vendors, &of.market).unwrap_or(0) - 1);
    let query = InsightQuery { narrowed: vec![(Facet::Market, market.clone())], ..InsightQuery::default() };
    let there = insight::page(&test, &admin, InsightPage::Customers, &query).await.unwrap();
    assert!(format!("{:?}", there.blocks).contains(&row.key));

    set_overrides(&test, &admin, &row.key, &CustomerOverride::default()).await.unwrap();
    assert_eq!(customers(&test, &admin).await, before);
    assert_eq!(by_market().await, vendors);
}

#[tokio::test]
async fn what_makes_no_sense_changes_nothing() {
    let (test, admin) = filled().await;
    let before = customers(&test, &admin).await;
    let row = &before.rows[0];
    let refused = async |asked: CustomerOverride| set_overrides(&test, &admin, &row.key, &asked).await;
    for (asked, why) in [
        (said("", "Atlantis", ""), Invalid::Setting),
        (said(&"x".repeat(201), "", ""), Invalid::Name),
        (said("", "", "nobody"), Invalid::MainCustomer),
        (said("", "", &row.key), Invalid::MainCustomer),
        (said("", "", &row.name), Invalid::MainCustomer),
    ] {
        assert!(matches!(refused(asked.clone()).await, Err(Error::Invalid(what)) if what == why), "{asked:?}");
    }
    let member = test.person(test.account, "m@f.example", &[]).await;
    let denied = set_overrides(&test, &member, &row.key, &said("x", "", "")).await;
    assert!(matches!(denied, Err(Error::Denied(_))));
    let nobody = set_overrides(&test, &admin, "00000000-0000-4000-8000-000000000000", &said("x", "", "")).await;
    assert!(matches!(nobody, Err(Error::NotFound)));
    assert_eq!(customers(&test, &admin).await, before);
}

#[tokio::test]
async fn products_left_out_count_in_no_total_and_are_still_there_for_who_asks() {
    let (test, admin) = filled().await;
    let all = LicenseFilter::default();
    let before = report(&test, &admin, &all).await.unwrap();
    let product = before.by_product[0].name.clone();
    let only = LicenseFilter { products: vec![product.clone()], ..LicenseFilter::default() };
    let alone = report(&test, &admin, &only).await.unwrap();

    leave_out(&test, &admin, std::slice::from_ref(&product)).await.unwrap();
    assert!(products(&test, &admin).await.unwrap().contains(&(product.clone(), true)));
    let now = report(&test, &admin, &all).await.unwrap();
    assert_eq!(now.left_out, std::slice::from_ref(&product));
    assert_eq!(now.now().sold.unwrap() + alone.now().sold.unwrap(), before.now().sold.unwrap());
    assert_eq!(now.now().qualified.unwrap() + alone.now().qualified.unwrap(), before.now().qualified.unwrap());
    assert!(now.by_product.iter().all(|slice| slice.name != product));
    assert_eq!(figure(&test, &admin, InsightPage::Overview, Metric::Sold).await, now.now().sold);
    assert_eq!(report(&test, &admin, &only).await.unwrap().now(), alone.now());

    let unknown = leave_out(&test, &admin, &["Nothing".to_owned()]).await;
    assert!(matches!(unknown, Err(Error::Invalid(Invalid::Setting))));
    leave_out(&test, &admin, &[]).await.unwrap();
    assert_eq!(report(&test, &admin, &all).await.unwrap(), before);
}
