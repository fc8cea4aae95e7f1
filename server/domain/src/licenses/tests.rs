use super::*;
use crate::{
    access::Caller,
    imports::{self, Incoming, Progress},
    sample::{self, SamplePlan},
    testing::TestDomain,
};
use model::{CustomerQuery, CustomerRow, CustomerSort, LicenseFilter, Role};
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

async fn all_pages(test: &TestDomain, admin: &Caller, query: &CustomerQuery) -> Vec<CustomerRow> {
    let mut rows = Vec::new();
    for page in 0.. {
        let found = customers(test, admin, &CustomerQuery { page, ..query.clone() }).await.unwrap();
        if found.rows.is_empty() {
            assert_eq!(found.total as usize, rows.len(), "the pages hold as many as they say");
            break;
        }
        rows.extend(found.rows);
    }
    rows
}

#[tokio::test]
async fn pages_show_everybody_once_in_the_order_asked_for() {
    let (test, admin) = filled().await;
    let mut everybody = all_customers(&test, &admin, &LicenseFilter::default()).await.unwrap().rows;
    everybody.sort_by(|a, b| a.id.cmp(&b.id));
    for sort in CustomerSort::ALL {
        for ascending in [false, true] {
            let query = CustomerQuery { sort, ascending, ..CustomerQuery::default() };
            let mut rows = all_pages(&test, &admin, &query).await;
            let in_order = rows.is_sorted_by(|a, b| {
                let (a, b) = if ascending { (b, a) } else { (a, b) };
                match sort {
                    CustomerSort::Name => a.name <= b.name,
                    CustomerSort::Market => a.market <= b.market,
                    CustomerSort::Sold => a.seats.sold >= b.seats.sold,
                    CustomerSort::Assigned => a.seats.assigned >= b.seats.assigned,
                    CustomerSort::Deployment => a.seats.deployment() >= b.seats.deployment(),
                    CustomerSort::Unassigned => a.seats.unassigned() >= b.seats.unassigned(),
                    CustomerSort::Usage => a.seats.usage() >= b.seats.usage(),
                }
            });
            assert!(in_order, "{sort:?}, ascending: {ascending}");
            rows.sort_by(|a, b| a.id.cmp(&b.id));
            assert_eq!(rows, everybody, "{sort:?}");
        }
    }
}

#[tokio::test]
async fn a_market_filter_leaves_its_customers_and_a_search_finds_in_any_case() {
    let (test, admin) = filled().await;
    let japan = LicenseFilter { markets: vec!["japan".into()], ..LicenseFilter::default() };
    let rows = all_pages(&test, &admin, &CustomerQuery { filter: japan, ..CustomerQuery::default() }).await;
    assert!(!rows.is_empty() && rows.iter().all(|row| row.market == "Japan"));

    let wanted = CustomerQuery { search: rows[0].name.to_uppercase(), ..CustomerQuery::default() };
    assert!(all_pages(&test, &admin, &wanted).await.contains(&rows[0]));
    let nobody = LicenseFilter { markets: vec!["Atlantis".into()], ..LicenseFilter::default() };
    assert!(report(&test, &admin, &nobody).await.unwrap().now().sold.is_none(), "an unknown market is nobody's");
}

#[tokio::test]
async fn bands_count_whom_the_table_lists() {
    let (test, admin) = filled().await;
    let report = report(&test, &admin, &LicenseFilter::default()).await.unwrap();
    for band in model::Band::ALL {
        let by_deployment = CustomerQuery { deployment: Some(band), ..CustomerQuery::default() };
        let by_usage = CustomerQuery { usage: Some(band), ..CustomerQuery::default() };
        assert_eq!(all_pages(&test, &admin, &by_deployment).await.len(), report.bands_deployment.of(band) as usize);
        assert_eq!(all_pages(&test, &admin, &by_usage).await.len(), report.bands_usage.of(band) as usize);
    }
}
