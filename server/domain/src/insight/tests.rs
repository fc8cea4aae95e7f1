use super::page;
use crate::{azure, growth, resellers, subscriptions, testing::TestDomain};
use model::{
    Block, Compare, Facet, Insight, InsightPage, InsightQuery, Metric, Month, MonthRange, Program, Ranking, Role,
    Title, UsdCents,
};

mod spans;

const ID: &str = "00000000-0000-4000-8000-0000000000";

/// Month, subscription, customer, state, product, seats, dollars, end.
type Row = (&'static str, u32, u32, &'static str, &'static str, i64, i64, &'static str);

const SUBSCRIPTIONS: [Row; 7] = [
    ("2026-08", 1, 1, "Active", "E3", 10, 100, "2027-01-31"),
    ("2026-08", 2, 2, "Active", "E5", 20, 300, "2026-09-15"),
    ("2026-09", 1, 1, "Active", "E3", 15, 150, "2027-01-31"),
    ("2026-09", 2, 2, "Suspended", "E5", 20, 0, "2026-09-15"),
    ("2026-10", 1, 1, "Active", "E3", 12, 120, "2026-11-20"),
    ("2026-10", 2, 2, "Deprovisioned", "E5", 20, 0, "2026-09-15"),
    ("2026-10", 3, 3, "Active", "E5", 7, 70, "2026-11-05"),
];

fn subscriptions_file() -> String {
    let row = |(month, id, customer, state, sku, seats, dollars, end): &Row| {
        let renews = if *id == 3 { "True" } else { "False" };
        format!("{ID}{id:02},{month}-01,{state},{ID}{:02},{sku},{seats},{dollars}.00,0,{end},{renews}\n", customer + 50)
    };
    let header = "SubscriptionId,Month,SubscriptionState,CustomerTenantId,SKU,AvailableSeatsEOP,BilledRevenueUSD,\
                  IsDuplicateRowForPGA,SubscriptionEndDate,IsAutoRenew\n";
    format!("{header}{}", SUBSCRIPTIONS.iter().map(row).collect::<String>())
}

fn customers_file() -> String {
    let rows = [("08", 1, "Taiwan"), ("08", 2, "Japan"), ("09", 1, "Taiwan"), ("10", 1, "Taiwan"), ("10", 3, "Japan")];
    let row = |(month, customer, market): (&str, u32, &str)| {
        format!("{ID}{:02},Customer {customer},{market},2026-{month}-01,E3,0,5,1.00\n", customer + 50)
    };
    let header =
        "CustomerTenantId,CustomerName,CustomerMarket,Month,SKU,IsDuplicateRowForPGA,AvailableSeats,BilledRevenueUSD\n";
    format!("{header}{}", rows.map(row).concat())
}

fn azure_file() -> String {
    // Subscription, customer, month, service, dollars, and whether the row is an attribution duplicate.
    let rows = [
        (11, 1, "09", "Compute", "10.004", 0),
        (11, 1, "09", "Compute", "99.00", 1),
        (13, 1, "09", "Compute", "0.00", 0),
        (11, 1, "10", "Compute", "0.004", 0),
        (12, 1, "10", "Storage", "2.50", 0),
    ];
    let row = |(id, customer, month, service, dollars, duplicate): (u32, u32, &str, &str, &str, u8)| {
        format!("{ID}{id:02},{ID}{:02},2026-{month}-01,{service},1,{dollars},{duplicate}\n", customer + 50)
    };
    let header = "SubscriptionId,CustomerTenantId,Month,ServiceLevel1,UsageUnits,ACR_USD,IsACRDuplicateAtPGALevel\n";
    format!("{header}{}", rows.map(row).concat())
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn of(from: &str, to: &str) -> InsightQuery {
    InsightQuery { months: Some(MonthRange { from: month(from), to: month(to) }), ..InsightQuery::default() }
}

/// Now, before, month by month.
fn figure(insight: &Insight, metric: Metric) -> (Option<i64>, Option<i64>, Vec<Option<i64>>) {
    let figure = insight.figures.iter().find(|it| it.metric == metric).unwrap();
    (figure.now, figure.before, figure.course.clone())
}

fn ranking(insight: &Insight, title: Title) -> &Ranking {
    let found = insight.blocks.iter().find_map(|block| match block {
        Block::Ranking(table) if table.title == title => Some(table),
        _ => None,
    });
    found.unwrap()
}

async fn filled() -> (TestDomain, crate::access::Caller) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    for file in [subscriptions_file(), customers_file(), azure_file()] {
        let row = test.import(&admin, &file).await;
        assert_eq!(row.state, model::ImportState::Done, "{:?}", row.notes);
    }
    (test, admin)
}

#[tokio::test]
async fn stocks_are_of_the_last_month_and_flows_add_up() {
    let (test, admin) = filled().await;
    let all = page(&test, &admin, InsightPage::Subscriptions, &InsightQuery::default()).await.unwrap();
    assert_eq!(all.months, of("2026-08", "2026-10").months);
    assert_eq!(figure(&all, Metric::Subscriptions), (Some(2), Some(2), vec![Some(2), Some(2), Some(2)]));
    assert_eq!(figure(&all, Metric::SubscriptionsSuspended), (Some(0), Some(1), vec![Some(0), Some(1), Some(0)]));
    assert_eq!(figure(&all, Metric::SubscriptionsNew), (Some(1), None, vec![None, Some(0), Some(1)]));
    assert_eq!(figure(&all, Metric::SubscriptionsChurned), (Some(1), None, vec![None, Some(0), Some(1)]));
    assert_eq!(figure(&all, Metric::SeatsAdded), (Some(12), None, vec![None, Some(5), Some(7)]));
    assert_eq!(figure(&all, Metric::SeatsReduced), (Some(23), None, vec![None, Some(0), Some(23)]));
    assert_eq!(figure(&all, Metric::SubscriptionsEnding).2, [Some(1), Some(0), Some(1)]);
    assert_eq!(figure(&all, Metric::SubscriptionsRenewing).2, [Some(0), Some(0), Some(1)]);
    assert_eq!(figure(&all, Metric::SubscriptionsExpired).2, [Some(0), Some(1), Some(0)]);
}

#[tokio::test]
async fn a_page_says_what_the_reports_say() {
    let (test, admin) = filled().await;
    let subscriptions_page = page(&test, &admin, InsightPage::Subscriptions, &of("2026-08", "2026-10")).await.unwrap();
    let growth_page = page(&test, &admin, InsightPage::Growth, &of("2026-08", "2026-10")).await.unwrap();
    let growth = growth::report(&test, &admin, None).await.unwrap();
    let signed = |n: Option<u64>| n.map(|n| i64::try_from(n).unwrap());
    for (at, name) in ["2026-08", "2026-09", "2026-10"].into_iter().enumerate() {
        let report = subscriptions::report(&test, &admin, month(name)).await.unwrap();
        let [active, in_grace, suspended, gone, _] = report.states.unwrap();
        let course = |metric| figure(&subscriptions_page, metric).2[at];
        assert_eq!(course(Metric::SubscriptionsActive), signed(Some(active + in_grace)), "{name}");
        assert_eq!(course(Metric::SubscriptionsSuspended), signed(Some(suspended)), "{name}");
        assert_eq!(course(Metric::SubscriptionsNew), signed(report.new), "{name}");
        assert_eq!(course(Metric::SubscriptionsChurned), signed(report.churned), "{name}");
        assert_eq!(course(Metric::Seats), report.seats, "{name}");
        assert_eq!(figure(&growth_page, Metric::Charges).2[at].map(UsdCents), report.billed_revenue, "{name}");
        let customers = growth.months[at];
        let course = |metric| figure(&growth_page, metric).2[at];
        assert_eq!(course(Metric::Customers), signed(customers.active), "{name}");
        assert_eq!(course(Metric::CustomersNew), signed(customers.new), "{name}");
        assert_eq!(course(Metric::CustomersChurned), signed(customers.churned), "{name}");
        assert!(gone < 2);
    }
    let azure_page = page(&test, &admin, InsightPage::Azure, &of("2026-09", "2026-10")).await.unwrap();
    let report = azure::report(&test, &admin, None, None).await.unwrap();
    assert_eq!(figure(&azure_page, Metric::Consumption).0.map(UsdCents), report.acr);
    assert_eq!(report.acr, Some(UsdCents(1_251)), "fractions of a cent add up before they are rounded");
    assert_eq!(figure(&azure_page, Metric::AzureCustomersWithout).2, [Some(0), Some(1)]);
    assert_eq!(figure(&azure_page, Metric::AzureSubscriptionsNew).2, [None, Some(1)]);
    assert_eq!(figure(&azure_page, Metric::AzureSubscriptions).2, [Some(2), Some(2)]);
    assert_eq!(figure(&azure_page, Metric::AzureSubscriptionsChurned).2, [None, Some(1)]);
    assert_eq!(figure(&azure_page, Metric::AzureSubscriptionsIdle).2, [None, Some(1)]);
    assert_eq!(
        figure(&azure_page, Metric::AzureRetention).2,
        [None, Some(5_000)],
        "one of two, in hundredths of a percent"
    );
}

#[tokio::test]
async fn a_table_ranks_names_and_compares() {
    let (test, admin) = filled().await;
    let query = InsightQuery { compare: Some(Compare::Previous), ..of("2026-10", "2026-10") };
    let growth = page(&test, &admin, InsightPage::Growth, &query).await.unwrap();
    assert_eq!(growth.compared, of("2026-09", "2026-09").months);
    let table = ranking(&growth, Title::ChargesByCustomer);
    let rows: Vec<_> = table.rows.iter().map(|row| (row.name.as_str(), row.values.clone(), row.before)).collect();
    let expected = [
        ("Customer 1", vec![Some(12_000), Some(12)], Some(15_000)),
        ("Customer 3", vec![Some(7_000), Some(7)], Some(0)),
        ("Customer 2", vec![Some(0), Some(20)], Some(0)),
    ];
    assert_eq!((rows, table.total), (expected.to_vec(), 3));
    let page_of = page(&test, &admin, InsightPage::Subscriptions, &query).await.unwrap();
    let changes = ranking(&page_of, Title::SeatChanges);
    let told: Vec<_> = changes.rows.iter().map(|row| (row.key.as_str(), row.name.as_str())).collect();
    assert_eq!(told[0], ("00000000-0000-4000-8000-000000000003", "Customer 3 · 00000000"));
    let narrowed = InsightQuery { narrowed: vec![(Facet::Market, "Japan".to_owned())], ..query };
    let growth = page(&test, &admin, InsightPage::Growth, &narrowed).await.unwrap();
    assert_eq!(figure(&growth, Metric::Customers).0, Some(1));
    assert_eq!(figure(&growth, Metric::CustomersNew).0, Some(1), "moves are narrowed too");
    let nowhere = InsightQuery { narrowed: vec![(Facet::Market, "Atlantis".to_owned())], ..narrowed };
    let growth = page(&test, &admin, InsightPage::Growth, &nowhere).await.unwrap();
    assert_eq!(figure(&growth, Metric::Customers).0, Some(0), "nothing passes a value that nobody has");
}

#[tokio::test]
async fn programs_close_pages_and_parts_of_pages() {
    let (test, admin) = filled().await;
    assert!(page(&test, &admin, InsightPage::Resellers, &InsightQuery::default()).await.is_err());
    let overview = page(&test, &admin, InsightPage::Overview, &InsightQuery::default()).await.unwrap();
    assert!(overview.figures.iter().any(|it| it.metric == Metric::Consumption));
    let reseller = test.account("9100001", &[Program::CspIndirectReseller]).await;
    let other = test.person(reseller, "r@n.example", &[Role::PartnerAdmin]).await;
    test.import(&other, &customers_file()).await;
    test.import(&other, &azure_file()).await;
    for closed in [InsightPage::Subscriptions, InsightPage::Azure, InsightPage::Growth] {
        assert!(page(&test, &other, closed, &InsightQuery::default()).await.is_err(), "{closed:?}");
    }
    let overview = page(&test, &other, InsightPage::Overview, &InsightQuery::default()).await.unwrap();
    assert_eq!(figure(&overview, Metric::Customers).0, Some(2));
    assert!(overview.figures.iter().all(|it| it.metric != Metric::Consumption), "Azure is left out");
    assert!(overview.fresh.iter().all(|it| it.dataset != model::Dataset::AzureUsage));
    let nobody = test.person(test.account, "n@f.example", &[Role::BillingAdmin]).await;
    assert!(page(&test, &nobody, InsightPage::Overview, &InsightQuery::default()).await.is_err());
    let provider = test.account("9200001", &[Program::CspIndirectProvider]).await;
    let provider = test.person(provider, "p@w.example", &[Role::PartnerAdmin]).await;
    let empty = page(&test, &provider, InsightPage::Resellers, &InsightQuery::default()).await.unwrap();
    assert_eq!(empty.months, None);
    assert_eq!(resellers::report(&test, &provider).await.unwrap(), []);
}
