//! Queries and reports, from the keeping to the file behind a link.

use super::*;
use crate::{clock::DAY, db::sql, files, testing::TestDomain};
use model::{FileId, FileState, Role};
use uuid::Uuid;

const QUERY: &str =
    "SELECT CustomerName, licensesSold FROM LicenseDeployment ORDER BY licensesSold ASC TIMESPAN LAST_MONTH";

async fn filled() -> (TestDomain, Caller) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let head = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n";
    let row = |month: u32, n: u32, product: &str, sold: u32| {
        format!("2026-{month:02}-01,o365,reseller,00000000-0000-4000-8000-{n:012},Customer {n},{product},1,{sold}\n")
    };
    let rows = [row(9, 1, "E3", 5), row(10, 1, "E3", 10), row(10, 1, "E5", 20), row(10, 2, "E3", 7)].concat();
    assert_eq!(test.import(&admin, &format!("{head}{rows}")).await.state, model::ImportState::Done);
    (test, admin)
}

async fn kept(test: &TestDomain, caller: &Caller, query: &str) -> Uuid {
    let new = NewQuery { name: "Sold".into(), description: String::new(), query: query.into() };
    keep_query(test, caller, &new).await.unwrap().id
}

fn report(query_id: Uuid, when: When) -> NewReport {
    NewReport { name: "Sold".into(), description: String::new(), query_id, when, format: FileFormat::Csv }
}

async fn text(test: &TestDomain, caller: &Caller, report: Uuid) -> String {
    assert!(files::make_next(test).await.unwrap());
    let (_, all) = executions(test, caller, report).await.unwrap();
    assert_eq!(all[0].state, FileState::Made);
    std::fs::read_to_string(follow(test, &Link::new(test, all[0].id)).await.unwrap().path).unwrap()
}

async fn cells(test: &TestDomain, caller: &Caller, query: &str) -> Vec<Vec<String>> {
    let trial = trial(test, caller, query, (None, None)).await.unwrap();
    trial.rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// Each row is another combination of the columns; what counts is added up, in the newest month there is.
#[tokio::test]
async fn rows_are_put_together_by_the_columns_that_are_selected() {
    let (test, admin) = filled().await;
    assert_eq!(cells(&test, &admin, QUERY).await, [["Customer 2", "7"], ["Customer 1", "30"]]);
    let counted = "SELECT CustomerCount, productName, licensesSold FROM LicenseDeployment WHERE licensesSold >= 10 TIMESPAN LIFETIME";
    let mut found = cells(&test, &admin, counted).await;
    found.sort();
    assert_eq!(found, [["1", "E3", "10"], ["1", "E5", "20"]]);
    assert_eq!(cells(&test, &admin, "SELECT * FROM LicenseDeployment TIMESPAN LIFETIME").await.len(), 4);
    assert_eq!(cells(&test, &admin, "SELECT * FROM LicenseDeployment LIMIT 3 TIMESPAN LIFETIME").await.len(), 3);
    let total = "SELECT TotalSoldSeats FROM LicenseDeployment WHERE CustomerName LIKE '%1' TIMESPAN LAST_MONTH";
    assert_eq!(cells(&test, &admin, total).await, [["30"]]);
}

#[tokio::test]
async fn a_report_at_once_is_a_file_behind_a_link() {
    let (test, admin) = filled().await;
    let query = kept(&test, &admin, QUERY).await;
    let made = keep_report(&test, &admin, &report(query, When::Now(None, None))).await.unwrap();
    assert_eq!(
        text(&test, &admin, made.id).await,
        "\u{feff}CustomerName,licensesSold\r\nCustomer 2,7\r\nCustomer 1,30\r\n"
    );
    // Days instead of the span: rows of months are of the whole months.
    let days = When::Now(Some("2026-09-15".parse().unwrap()), Some("2026-09-30".parse().unwrap()));
    let made = keep_report(&test, &admin, &report(query, days)).await.unwrap();
    assert_eq!(text(&test, &admin, made.id).await, "\u{feff}CustomerName,licensesSold\r\nCustomer 1,5\r\n");
}

#[tokio::test]
async fn a_link_opens_nothing_once_it_is_old_changed_or_its_owner_lost_the_role() {
    let (test, admin) = filled().await;
    let query = kept(&test, &admin, QUERY).await;
    let made = keep_report(&test, &admin, &report(query, When::Now(None, None))).await.unwrap();
    text(&test, &admin, made.id).await;
    let (_, all) = executions(&test, &admin, made.id).await.unwrap();
    let link = Link::new(&test, all[0].id);
    for other in [
        Link { expires: link.expires + 1, ..link.clone() },
        Link { file: FileId(Uuid::now_v7()), ..link.clone() },
        Link { signature: "0".repeat(32), ..link.clone() },
        Link { signature: String::new(), ..link.clone() },
    ] {
        assert!(matches!(follow(&test, &other).await, Err(Error::NotFound)), "{other:?}");
    }
    test.clock.advance(LINK_LASTS + 1);
    assert!(matches!(follow(&test, &link).await, Err(Error::NotFound)));
    let link = Link::new(&test, all[0].id);
    assert!(follow(&test, &link).await.is_ok());
    let mut tx = test.db.write().await.unwrap();
    sql("update role_grant set revoked_at = 1 where role = 'partner_admin'").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(follow(&test, &link).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn reports_come_at_their_times_until_they_are_paused_or_over() {
    let (test, admin) = filled().await;
    let query = kept(&test, &admin, QUERY).await;
    let start = crate::clock::moment(test.clock.seconds() + 4 * 3_600);
    let soon = When::Every { start: crate::clock::moment(test.clock.seconds() + 3_600), hours: 24, most: None };
    assert!(matches!(keep_report(&test, &admin, &report(query, soon)).await, Err(Error::Query(_))));
    let often = When::Every { start, hours: 3, most: None };
    assert!(matches!(keep_report(&test, &admin, &report(query, often)).await, Err(Error::Query(_))));
    let daily = report(query, When::Every { start, hours: 24, most: Some(3) });
    let made = keep_report(&test, &admin, &daily).await.unwrap();
    let count = async || executions(&test, &admin, made.id).await.unwrap().1.len();
    run_due(&test).await.unwrap();
    assert_eq!(count().await, 0, "its time has not come");
    test.clock.advance(4 * 3_600);
    run_due(&test).await.unwrap();
    run_due(&test).await.unwrap();
    assert_eq!(count().await, 1, "once");
    assert_eq!(pause(&test, &admin, made.id).await.unwrap().state, State::Paused);
    test.clock.advance(DAY);
    run_due(&test).await.unwrap();
    assert_eq!(count().await, 1, "paused");
    resume(&test, &admin, made.id).await.unwrap();
    for _ in 0..4 {
        test.clock.advance(DAY);
        run_due(&test).await.unwrap();
    }
    let (report, all) = executions(&test, &admin, made.id).await.unwrap();
    assert_eq!((report.state, all.len()), (State::Over, 3));
    remove_report(&test, &admin, made.id).await.unwrap();
    assert!(files::list(&test, &admin).await.unwrap().is_empty(), "its files go with it");
}

#[tokio::test]
async fn queries_and_reports_are_each_persons_own() {
    let (test, admin) = filled().await;
    let other = test.person(test.account, "b@f.example", &[Role::PartnerAdmin]).await;
    let query = kept(&test, &admin, QUERY).await;
    let made = keep_report(&test, &admin, &report(query, When::Now(None, None))).await.unwrap();
    assert!(queries(&test, &other).await.unwrap().is_empty() && reports(&test, &other).await.unwrap().is_empty());
    assert!(matches!(keep_report(&test, &other, &report(query, When::Now(None, None))).await, Err(Error::Query(_))));
    assert!(matches!(executions(&test, &other, made.id).await, Err(Error::NotFound)));
    assert!(matches!(remove_report(&test, &other, made.id).await, Err(Error::NotFound)));
    assert!(matches!(remove_query(&test, &other, query).await, Err(Error::NotFound)));
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(queries(&test, &clerk).await, Err(Error::Denied(_))));
    assert!(matches!(trial(&test, &clerk, QUERY, (None, None)).await, Err(Error::Denied(_))));
    // What is always there can be made, too.
    let always = system(&admin).into_iter().find(|it| it.name == "LicenseDeployment").unwrap();
    let made = keep_report(&test, &admin, &report(always.id, When::Now(None, None))).await.unwrap();
    files::make_next(&test).await.unwrap();
    assert_eq!(text(&test, &admin, made.id).await.lines().count(), 5);
}
