//! Enterprise Mobility, Teams, how subscriptions stand, and what was done.

use super::*;
use crate::{
    activity::{self, Days},
    ingest::{Expect, Limits, read},
    insight,
    testing::TestDomain,
};
use model::{InsightPage, InsightQuery, Metric, Role};
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
    let log = files.iter().find(|file| file.dataset == Dataset::ActivityLog).unwrap();
    test.import(&admin, &fs::read_to_string(&log.path).unwrap()).await;
    let counts = activity::count(&test, &admin, Days::default()).await.unwrap();
    assert_eq!((counts.records, counts.without_customer), (i64::try_from(log.rows).unwrap(), 0), "each is a record");
    assert!(counts.failed > 0 && counts.by_operation["add_customer"] > 0, "{counts:?}");
}
