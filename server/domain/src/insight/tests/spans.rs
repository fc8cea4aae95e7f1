use super::*;
use model::{Course, ImportState};

/// Subscription, product, status, risk; creation, trial's end, conversion and renewal, each a date or nothing.
type Stands = (u32, &'static str, &'static str, &'static str, [&'static str; 4]);

/// The tests' day is 2026-11-15, nine o'clock.
const STANDS: [Stands; 6] = [
    (1, "E3", "ACTIVE", "High", ["2026-11-14T09:00:01", "2026-12-15", "", ""]),
    (2, "E3", "ACTIVE", "Low", ["2026-11-14T08:59:59", "2026-12-16", "", "2026-10-16"]),
    (3, "E3", "ACTIVE", "High", ["2026-01-01", "2026-10-31", "2026-10-30", "2026-10-15"]),
    (4, "E5", "DEPROVISIONED", "High", ["2026-01-01", "2026-10-01", "", ""]),
    (5, "E5", "ACTIVE", "", ["2026-01-01", "2026-11-14", "2026-09-01", "0001-01-01T00:00:00"]),
    (6, "E5", "SUSPENDED", "Medium", ["2026-01-01", "2026-11-15", "", "2026-11-15"]),
];

fn analytics() -> String {
    let row = |(id, product, status, risk, [created, trial, paid, renewed]): &Stands| {
        format!(
            r#"{{"customerTenantId":"{ID}51","id":"{ID}{id:02}","status":"{status}","productName":"{product}","autoRenewEnabled":true,"creationDate":"{created}","trialEndDate":"{trial}","trialToPaidConversionDate":"{paid}","lastRenewalDate":"{renewed}","licenseCount":1,"churnRisk":"{risk}"}}"#
        )
    };
    format!(r#"{{"Value":[{}],"@nextLink":null,"TotalCount":6}}"#, STANDS.each_ref().map(row).join(","))
}

#[tokio::test]
async fn how_subscriptions_stand_is_told_for_the_last_month_shown() {
    let (test, admin) = filled().await;
    let ask = async |query: InsightQuery| page(&test, &admin, InsightPage::Subscriptions, &query).await.unwrap();
    let before = ask(InsightQuery::default()).await;
    for metric in [Metric::TrialsEnding, Metric::TrialsConverted, Metric::AtRisk, Metric::NewToday] {
        assert_eq!(figure(&before, metric), (None, None, vec![None; 3]), "unknown is not zero");
    }
    assert_eq!(ranking(&before, Title::AtRiskByCustomer).needs, Some(model::Dataset::SubscriptionAnalytics));
    assert_eq!(test.import(&admin, &analytics()).await.state, ImportState::Done);

    let all = ask(InsightQuery::default()).await;
    assert_eq!(all.months, of("2026-08", "2026-10").months, "a snapshot makes no month of its own");
    let last = |n| (Some(n), None, vec![None, None, Some(n)]);
    assert_eq!(figure(&all, Metric::TrialsEnding), last(2), "the day itself and thirty more");
    assert_eq!(figure(&all, Metric::RenewedRecently), last(2));
    assert_eq!(figure(&all, Metric::AtRisk), last(2), "active ones");
    assert_eq!(figure(&all, Metric::NewToday), last(1));
    assert_eq!(figure(&all, Metric::TrialsConverted), (Some(2), Some(0), vec![Some(0), Some(1), Some(1)]));
    assert_eq!(figure(&all, Metric::TrialConversion).0, Some(5_000), "one of the two that ended in October");
    let rows = &ranking(&all, Title::TrialsByProduct).rows;
    let told: Vec<_> = rows.iter().map(|row| (&*row.name, row.values.clone())).collect();
    let expected = [
        ("E3", vec![Some(1), Some(1), Some(1), Some(1), Some(10_000)]),
        ("E5", vec![Some(1), Some(1), Some(1), Some(0), Some(0)]),
    ];
    assert_eq!(told, expected);

    // Another answer of the same month takes its place.
    assert_eq!(test.import(&admin, &analytics().replace("High", "Low")).await.state, ImportState::Done);
    assert_eq!(figure(&ask(InsightQuery::default()).await, Metric::AtRisk), last(0));
    let narrowed = InsightQuery { narrowed: vec![(Facet::Market, "Japan".to_owned())], ..InsightQuery::default() };
    assert_eq!(figure(&ask(narrowed).await, Metric::AtRisk).0, None, "rows without a market are unknown there");
}

#[tokio::test]
async fn revenue_trails_and_renewals_lie_ahead() {
    let (test, admin) = filled().await;
    let query = InsightQuery { narrowed: vec![(Facet::Product, "E5".to_owned())], ..of("2026-08", "2026-08") };
    let narrowed = page(&test, &admin, InsightPage::Subscriptions, &query).await.unwrap();
    let trailing = narrowed.figures.iter().find(|it| it.metric == Metric::RevenueTtm).unwrap();
    assert_eq!((trailing.now, trailing.window), (Some(74_000), Some((3, 12))), "all rows, three months known");
    let overview = page(&test, &admin, InsightPage::Overview, &InsightQuery::default()).await.unwrap();
    assert_eq!(figure(&overview, Metric::RevenueTtm).0, Some(74_000));
    let due = |insight: &Insight| -> Course {
        let found = insight.blocks.iter().find_map(|block| match block {
            Block::Course(course) if course.title == Title::RenewalsByMonth => Some(course.clone()),
            _ => None,
        });
        found.unwrap()
    };
    let ahead = due(&overview);
    assert_eq!((ahead.months[0], ahead.months.len()), (month("2026-11"), 6));
    let values: Vec<_> = ahead.series.iter().map(|it| (it.metric, it.values[..2].to_vec())).collect();
    let expected = [(Metric::RenewalsDue, vec![Some(1), Some(0)]), (Metric::EndsDue, vec![Some(1), Some(0)])];
    assert_eq!(values, expected);
    let later = page(&test, &admin, InsightPage::Overview, &of("2026-11", "2026-11")).await.unwrap();
    assert_eq!(due(&later).series[0].values, [None; 6]);
}

#[tokio::test]
async fn the_last_hours_of_the_log_tell_of_new_customers_and_changes() {
    let (test, admin) = filled().await;
    let ask = async |shown, query: InsightQuery| page(&test, &admin, shown, &query).await.unwrap();
    let added = async |query| figure(&ask(InsightPage::Growth, query).await, Metric::CustomersToday).0;
    assert_eq!(added(InsightQuery::default()).await, None, "without a log nobody knows");
    let record = |(id, at, customer, operation, status): (u32, &str, u32, &str, &str)| {
        format!(
            r#"{{"id":"{id}","customerId":"{ID}{customer}","customerName":"C{customer}","userPrincipalName":"a@f.example","resourceType":"customer","operationType":"{operation}","operationDate":"{at}","operationStatus":"{status}"}}"#
        )
    };
    let records = [
        (1, "2026-10-27T12:00:00Z", 51, "update_subscription", "succeeded"),
        (2, "2026-10-27T11:00:00Z", 51, "add_customer", "succeeded"),
        (3, "2026-10-27T10:00:00Z", 51, "add_customer", "succeeded"),
        (4, "2026-10-27T09:00:00Z", 52, "add_customer", "failed"),
        (5, "2026-10-26T12:00:01Z", 53, "add_customer", "succeeded"),
        (6, "2026-10-26T12:00:00Z", 54, "add_customer", "succeeded"),
        (7, "2026-10-26T12:00:01Z", 54, "create_order", "succeeded"),
    ];
    let log = format!(r#"{{"totalCount":7,"items":[{}]}}"#, records.map(record).join(","));
    assert_eq!(test.import(&admin, &log).await.state, ImportState::Done);

    assert_eq!(added(InsightQuery::default()).await, Some(2), "each once, of the day before the newest record");
    let changes = figure(&ask(InsightPage::Subscriptions, InsightQuery::default()).await, Metric::ChangesToday);
    assert_eq!(changes.0, Some(2), "an order and a change, whatever months are shown");
    let narrowed = InsightQuery { narrowed: vec![(Facet::Market, "Japan".to_owned())], ..InsightQuery::default() };
    assert_eq!(added(narrowed).await, None, "records name no market");
}
