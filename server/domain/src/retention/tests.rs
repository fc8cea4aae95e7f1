use super::{clear, run};
use crate::{
    Error,
    access::Caller,
    db::sql,
    imports::{self, Incoming, Progress},
    testing::TestDomain,
};
use model::{ImportRow, ImportState, Role};

const DAY: i64 = 86_400;

async fn import(test: &TestDomain, admin: &Caller, sold: u32) -> ImportRow {
    let file = format!(
        "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n\
         2026-10-01,o365,reseller,00000000-0000-4000-8000-000000000001,Contoso,E3,7,{sold}\n2026-10-01,o365,reseller,x,y,z,1,1\n"
    );
    // One row in two is bad, which would be too many: enough good ones beside it.
    let good = (2..40).fold(String::new(), |all, n| {
        format!("{all}2026-10-01,o365,reseller,00000000-0000-4000-8000-0000000000{n:02},C{n},E3,7,9\n")
    });
    let incoming = Incoming::read(test, "f.csv", &mut (file + &good).as_bytes()).unwrap();
    let (progress, _) = tokio::sync::watch::channel(Progress::default());
    let import = imports::run(test, admin, incoming, progress).await.unwrap();
    assert_eq!((import.state, import.bad_rows), (ImportState::Done, 1), "{:?}", import.notes);
    import
}

async fn count(test: &TestDomain, statement: &'static str) -> i64 {
    sql(statement).scalar(&test.db).await.unwrap()
}

async fn segments(test: &TestDomain) -> i64 {
    count(test, "select count(*) from segment").await
}

fn quarantine(test: &TestDomain, import: &ImportRow) -> bool {
    test.data.join("quarantine").join(import.id.to_string()).is_file()
}

#[tokio::test]
async fn what_was_replaced_goes_after_its_days_and_the_shown_months_stay() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let first = import(&test, &admin, 10).await;
    test.clock.advance(300 * DAY);
    let second = import(&test, &admin, 11).await;
    test.clock.advance(399 * DAY);
    run(&test).await.unwrap();
    assert_eq!(segments(&test).await, 2, "the first is old, but was replaced not long ago");
    assert_eq!((quarantine(&test, &first), quarantine(&test, &second)), (false, true));

    test.clock.advance(2 * DAY);
    run(&test).await.unwrap();
    run(&test).await.unwrap();
    assert_eq!(segments(&test).await, 1, "what is shown stays, however old");
    assert!(!quarantine(&test, &second));
    let history = imports::history(&test, &admin).await.unwrap();
    assert_eq!(history.len(), 2, "the record of both stays");
    assert!(!history[0].can_undo, "there is nothing to put back");
    assert!(matches!(
        imports::undo(&test, &admin, second.id).await,
        Err(Error::Invalid(model::Invalid::NothingToPutBack))
    ));
    assert_eq!(segments(&test).await, 1);
}

#[tokio::test]
async fn an_undone_import_goes_and_what_it_replaced_stays() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let first = import(&test, &admin, 10).await;
    let second = import(&test, &admin, 11).await;
    imports::undo(&test, &admin, second.id).await.unwrap();
    test.clock.advance(401 * DAY);
    run(&test).await.unwrap();
    let left: Vec<uuid::Uuid> = sql("select import_id from segment").scalars(&test.db).await.unwrap();
    assert_eq!(left, [first.id.0]);
    imports::undo(&test, &admin, first.id).await.unwrap();
}

#[tokio::test]
async fn each_account_keeps_for_as_long_as_it_says() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    import(&test, &admin, 10).await;
    import(&test, &admin, 11).await;
    let mut tx = test.db.write().await.unwrap();
    sql("update account set keep_days = 10").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    test.clock.advance(10 * DAY);
    run(&test).await.unwrap();
    assert_eq!(segments(&test).await, 2);
    test.clock.advance(1);
    run(&test).await.unwrap();
    assert_eq!(segments(&test).await, 1);
}

#[tokio::test]
async fn sessions_and_links_go_but_the_last_sign_in_is_known() {
    let test = TestDomain::new().await;
    test.person(test.account, "a@f.example", &[]).await;
    test.clock.advance(DAY);
    let link = crate::session::make(&test, test.account, "a@f.example").await.unwrap();
    crate::session::sign_in(&test, link.text(), None, &crate::session::Browser::default()).await.unwrap();
    clear(&test).await.unwrap();
    let sessions = "select count(*) from session";
    assert_eq!((count(&test, sessions).await, count(&test, "select count(*) from sign_in_link").await), (2, 2));
    test.clock.advance(100 * DAY);
    clear(&test).await.unwrap();
    assert_eq!((count(&test, sessions).await, count(&test, "select count(*) from sign_in_link").await), (1, 0));
    assert_eq!(count(&test, "select max(created_at) from session").await, test.clock.seconds() - 100 * DAY);
}
