mod ended;
mod kept;
mod mend;
mod pages;
mod undo;

use super::*;
use crate::{
    access::Caller,
    fact::{Dim, Measure},
    licenses,
    scan::{Filter, Query},
    subscriptions,
    testing::TestDomain,
};
use model::{Dataset, ImportNote, ImportRow, ImportState, LicenseFilter, Month, Program, Role};
use tokio::sync::watch;

const HEADER: &str =
    "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold";

fn deployment(rows: &[(&str, u32, &str, i64, i64)]) -> String {
    let line = |(month, customer, product, assigned, sold): &(&str, u32, &str, i64, i64)| {
        format!(
            "{month}-01T00:00:00,o365,reseller,00000000-0000-4000-8000-{customer:012},Customer {customer},{product},{assigned},{sold}"
        )
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    format!("{HEADER}\n{}\n", lines.join("\n"))
}

async fn import(test: &TestDomain, caller: &Caller, given: &str) -> ImportRow {
    test.import(caller, given).await
}

async fn sold(test: &TestDomain, caller: &Caller) -> Vec<(String, Option<i64>)> {
    let report = licenses::report(test, caller, &LicenseFilter::default()).await.unwrap();
    report.trend.iter().map(|point| (point.month.to_string(), point.seats.sold)).collect()
}

#[tokio::test]
async fn a_file_becomes_figures_and_the_same_file_changes_nothing() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let file = deployment(&[("2026-09", 1, "E3", 5, 10), ("2026-10", 1, "E3", 6, 12), ("2026-10", 2, "E3", 1, 3)]);
    let first = import(&test, &admin, &file).await;
    assert_eq!((first.state, first.dataset, first.rows), (ImportState::Done, Some(Dataset::LicenseDeployment), 3));
    assert_eq!(first.months.len(), 2);
    assert_eq!(sold(&test, &admin).await, [("2026-09".into(), Some(10)), ("2026-10".into(), Some(15))]);

    let again = import(&test, &admin, &file).await;
    assert_eq!((again.state, again.dataset), (ImportState::Repeated, Some(Dataset::LicenseDeployment)));
    assert!(matches!(again.notes[..], [ImportNote::Repeated { replaced: false, .. }]));
    assert_eq!(sold(&test, &admin).await, [("2026-09".into(), Some(10)), ("2026-10".into(), Some(15))]);
    let left = std::fs::read_dir(test.data.join("incoming")).unwrap().count();
    assert_eq!(left, 0, "received files are not kept");
}

#[tokio::test]
async fn a_correction_replaces_its_months_only_and_tells_the_difference() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    import(&test, &admin, &deployment(&[("2026-08", 1, "E3", 5, 10), ("2026-10", 1, "E3", 6, 12)])).await;
    let corrected = import(&test, &admin, &deployment(&[("2026-10", 7, "E3", 1, 2)])).await;
    let change = &corrected.months[0];
    assert_eq!((change.rows_before, change.rows), (Some(1), 1));
    assert!(change.totals.contains(&("sold".into(), Some(12), 2)), "{:?}", change.totals);
    let expected = [("2026-08".into(), Some(10)), ("2026-09".into(), None), ("2026-10".into(), Some(2))];
    assert_eq!(sold(&test, &admin).await, expected, "the missing month is unknown, not zero");
}

#[tokio::test]
async fn a_refused_file_leaves_everything_as_it_was() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 6, 12)])).await;
    let half_bad = deployment(&[("2026-10", 1, "E3", 1, 1)]) + "2026-10-01,o365,reseller,not-a-guid,X,E3,1,1\n";
    let refused = import(&test, &admin, &half_bad).await;
    assert_eq!((refused.state, refused.bad_rows), (ImportState::Refused, 1));
    assert!(matches!(refused.notes[..], [ImportNote::TooManyBad { bad: 1, of: 2, .. }]), "{:?}", refused.notes);
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(12))]);
    let quarantine = quarantine(&test, &admin, refused.id).await.unwrap().expect("the bad row can be downloaded");
    let bad = std::fs::read_to_string(quarantine).unwrap();
    assert!(bad.starts_with(HEADER) && bad.contains("not-a-guid") && bad.contains("line 3"), "{bad}");
}

#[tokio::test]
async fn one_bad_row_in_many_is_set_aside_and_the_rest_is_in() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let rows: Vec<_> = (1..40).map(|customer| ("2026-10", customer, "E3", 1, 2)).collect();
    let file = deployment(&rows) + "2026-10-01,o365,reseller,00000000-0000-4000-8000-000000000099,X,E3,1,many\n";
    let done = import(&test, &admin, &file).await;
    assert_eq!((done.state, done.rows, done.bad_rows), (ImportState::Done, 39, 1));
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(78))]);
}

#[tokio::test]
async fn two_imports_at_once_end_with_whole_months() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    for round in 0..5 {
        let product = format!("P{round}");
        let one: Vec<_> = (0..50).map(|c| ("2026-10", c, product.as_str(), round, 10 + round)).collect();
        let two: Vec<_> = (25..75).map(|c| ("2026-10", c, product.as_str(), round, 20 + round)).collect();
        let (one, two) = (deployment(&one), deployment(&two));
        let (a, b) = tokio::join!(import(&test, &admin, &one), import(&test, &admin, &two));
        assert_eq!((a.state, b.state), (ImportState::Done, ImportState::Done));
        let now = sold(&test, &admin).await[0].1.unwrap();
        assert!(now == 50 * (10 + round) || now == 50 * (20 + round), "one of them whole, not a mixture: {now}");
    }
}

#[tokio::test]
async fn nobody_without_the_role_imports_and_accounts_do_not_mix() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let stranger = test.person(other, "a@n.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    let incoming = Incoming::read(&test, "x", &mut deployment(&[]).as_bytes()).unwrap();
    assert!(run(&test, &clerk, incoming, watch::channel(Progress::default()).0).await.is_err());

    let done = import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 6, 12)])).await;
    assert!(sold(&test, &stranger).await.is_empty());
    assert!(matches!(one(&test, &stranger, done.id).await.unwrap_err(), crate::Error::NotFound));
    assert!(history(&test, &stranger).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_import_that_stopped_moving_is_reported_as_interrupted() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let incoming = Incoming::read(&test, "x.csv", &mut deployment(&[]).as_bytes()).unwrap();
    let scope = admin.may(model::Permission::Import).unwrap();
    super::begin::begin(&test, &scope, &incoming).await.unwrap();
    assert_eq!(history(&test, &admin).await.unwrap()[0].state, ImportState::Running);
    test.clock.advance(SILENCE + 1);
    assert_eq!(history(&test, &admin).await.unwrap()[0].state, ImportState::Interrupted);
}

#[tokio::test]
async fn an_empty_period_is_no_error() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let done = import(&test, &admin, &format!("{HEADER}\n")).await;
    assert_eq!(done.state, ImportState::Done);
    assert!(matches!(done.notes[..], [ImportNote::NoRows]));
}

/// The product's own samples, read back: subscriptions and licences must agree, and so must the attributes of customers.
#[tokio::test]
async fn the_sample_files_agree_with_each_other() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let last: Month = "2026-10".parse().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut files = crate::sample::write(dir.path(), &crate::sample::SamplePlan::demo(last)).unwrap();
    files.reverse();
    for file in files {
        let incoming = Incoming::read(&test, "f", &mut std::fs::File::open(&file.path).unwrap()).unwrap();
        let done = run(&test, &admin, incoming, watch::channel(Progress::default()).0).await.unwrap();
        assert_eq!((done.state, done.rows, done.bad_rows), (ImportState::Done, file.rows, 0), "{:?}", done.notes);
    }
    let report = licenses::report(&test, &admin, &LicenseFilter::default()).await.unwrap();
    let all = report.now().sold.unwrap();
    let taiwan = LicenseFilter { markets: vec!["Taiwan".into()], ..LicenseFilter::default() };
    let elsewhere: Vec<String> = licenses::choices(&test, &admin).await.unwrap().markets;
    let elsewhere = LicenseFilter {
        markets: elsewhere.into_iter().filter(|market| market != "Taiwan").collect(),
        ..LicenseFilter::default()
    };
    let part =
        async |filter: &LicenseFilter| licenses::report(&test, &admin, filter).await.unwrap().now().sold.unwrap();
    let (here, there) = (part(&taiwan).await, part(&elsewhere).await);
    assert!(here > 0 && there > 0);
    assert_eq!(here + there, all, "every licence lies in one market");

    // Licences sold are the seats of the subscriptions behind them.
    let scope = admin.may(model::Permission::ViewLicenses).unwrap();
    let products: Vec<String> = report.by_product.iter().map(|slice| slice.name.clone()).collect();
    let dictionary = test.dictionaries.get(&test.db, &scope).await.unwrap();
    let query = Query {
        filters: vec![
            Filter::In(Dim::Counted, vec![1]),
            Filter::In(Dim::Product, dictionary.ids(Dim::Product, &products)),
        ],
        measures: vec![Measure::Seats],
        ..Query::of(Dataset::Subscriptions, vec![last])
    };
    assert_eq!(test.facts.scan(&scope, &query).await.unwrap().rows[0].sums[0], all);
    assert!(subscriptions::report(&test, &admin, last).await.unwrap().churned.is_some());
}

/// Reads go on while months are replaced: each answer is of one import or the other, in all its parts.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_answer_never_mixes_two_imports() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let file = |n: i64| deployment(&[("2026-10", 1, "E3", n, 10 * n), ("2026-10", 2, "E1", n, 10 * n)]);
    import(&test, &admin, &file(1)).await;
    let writing = async {
        for n in 2..30 {
            import(&test, &admin, &file(n)).await;
        }
    };
    let reading = async {
        for _ in 0..300 {
            let report = licenses::report(&test, &admin, &LicenseFilter::default()).await.unwrap();
            let products: i64 = report.by_product.iter().filter_map(|slice| slice.seats.sold).sum();
            assert_eq!(report.now().sold, Some(products));
        }
    };
    tokio::join!(writing, reading);
}
