//! Enterprise Mobility, Teams, how subscriptions stand, and what was done.

use super::*;
use crate::{
    access::Caller,
    activity::{self, Days},
    ingest::{Expect, Limits, read},
    insight,
    testing::TestDomain,
    usage,
};
use model::{Block, InsightPage, InsightQuery, Metric, MonthRange, Percent, Role, Title};
use std::ops::ControlFlow;

const SMALL: [Dataset; 5] = [
    Dataset::EmsUsage,
    Dataset::TeamsWorkload,
    Dataset::TeamsMeetings,
    Dataset::TeamsApps,
    Dataset::SubscriptionAnalytics,
];

#[tokio::test]
async fn the_demo_fills_the_small_datasets_and_their_figures() {
    let (dir, files) = written(&SamplePlan::demo(Month::new(2026, 10).unwrap()));
    let expect = Expect {
        mpn_id: "9000001".into(),
        max_bad_percent: 0,
        now: "2026-11-15T09:00:00".parse().unwrap(),
        pages: Vec::new(),
        limits: Limits::default(),
    };
    for dataset in SMALL {
        let file = files.iter().find(|file| file.dataset == dataset).unwrap();
        let parsed = read(&file.path, dir.path(), &expect, &|_| ControlFlow::Continue(())).unwrap();
        assert_eq!((parsed.dataset, parsed.rows), (dataset, file.rows));
        assert!(parsed.rows > 40, "{dataset:?}");
    }
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    for dataset in [Dataset::Subscriptions, Dataset::SubscriptionAnalytics] {
        let file = files.iter().find(|file| file.dataset == dataset).unwrap();
        test.import(&admin, &fs::read_to_string(&file.path).unwrap()).await;
    }
    let page = insight::page(&test, &admin, InsightPage::Subscriptions, &InsightQuery::default()).await.unwrap();
    for metric in [Metric::TrialsEnding, Metric::TrialsConverted, Metric::RenewedRecently, Metric::AtRisk] {
        let figure = page.figures.iter().find(|it| it.metric == metric).unwrap();
        assert!(figure.now.is_some_and(|now| now > 0), "{metric:?}");
    }
    for file in files.iter().filter(|file| file.dataset != Dataset::ActivityLog) {
        test.import(&admin, &fs::read_to_string(&file.path).unwrap()).await;
    }
    workloads(&test, &admin).await;
    let log = files.iter().find(|file| file.dataset == Dataset::ActivityLog).unwrap();
    test.import(&admin, &fs::read_to_string(&log.path).unwrap()).await;
    let counts = activity::count(&test, &admin, Days::default()).await.unwrap();
    assert_eq!((counts.records, counts.without_customer), (i64::try_from(log.rows).unwrap(), 0), "each is a record");
    assert!(counts.failed > 0 && counts.by_operation["add_customer"] > 0, "{counts:?}");
}

/// What the page of workloads shows of the last month is what the report of it says.
async fn workloads(test: &TestDomain, admin: &Caller) {
    let october = Month::new(2026, 10).unwrap();
    let report = usage::report(test, admin, october).await.unwrap();
    let query = InsightQuery { months: Some(MonthRange { from: october, to: october }), ..InsightQuery::default() };
    let page = insight::page(test, admin, InsightPage::Workloads, &query).await.unwrap();
    let figure = |metric| page.figures.iter().find(|it| it.metric == metric).unwrap().now;
    assert_eq!(figure(Metric::OfficeUnits), Some(report.office.iter().map(|it| it.paid_units).sum()));
    assert_eq!(figure(Metric::OfficeUsers), Some(report.office.iter().map(|it| it.monthly_users).sum()));
    assert_eq!(figure(Metric::DynamicsSeats), report.dynamics.available);
    let share = |part: Option<i64>, of: Option<i64>| Percent::of(part.unwrap(), of.unwrap()).map(Percent::hundredths);
    assert_eq!(figure(Metric::PowerBiShare), share(report.power_bi.active, report.power_bi.available));
    assert_eq!(figure(Metric::EmsUnits), report.ems.paid_units);
    let parts = page.blocks.iter().find_map(|block| match block {
        Block::Ranking(table) if table.title == Title::MeetingsByPart => Some(table.clone()),
        _ => None,
    });
    let meetings = &report.teams.meetings[0];
    let minutes = (60 * meetings.hours.0 + 500_000 * meetings.count) / (1_000_000 * meetings.count);
    let customers = i64::try_from(meetings.customers).unwrap();
    let expected = [meetings.count, (meetings.hours.0 + 500_000) / 1_000_000, minutes, customers].map(Some);
    assert_eq!(parts.unwrap().rows[0].values, expected, "{meetings:?}");
}
