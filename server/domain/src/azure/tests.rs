use super::*;
use crate::{access::Caller, imports, testing::TestDomain};
use model::{DailyQuery, ImportNote, ImportRow, ImportState, Month, Program, Role, UsdCents};

mod units;

const HEADER: &str = "SubscriptionId,Month,PartnerAttributionType,ServiceLevel1,UsageUnits,CustomerTenantId,CustomerName,IsACRDuplicateAtPGALevel,ACR_USD\n";

/// Rows: day, customer, service, duplicate flag, amount.
fn file(rows: &[(&str, u32, &str, u8, &str)]) -> String {
    let row = |(day, customer, service, duplicate, amount): &(&str, u32, &str, u8, &str)| {
        let id = format!("00000000-0000-4000-8000-{customer:012}");
        format!("{id},{day},PAL,{service},Hours,{id},Customer {customer},{duplicate},{amount}\n")
    };
    format!("{HEADER}{}", rows.iter().map(row).collect::<String>())
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

async fn undo(test: &TestDomain, caller: &Caller, import: &ImportRow) {
    imports::undo(test, caller, import.id).await.unwrap();
}

#[tokio::test]
async fn a_span_is_added_up_without_losing_what_is_below_a_cent() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let tiny: Vec<_> = (1..=30).map(|_| ("2026-10-05", 1, "Compute", 0, "0.0015")).collect();
    let more = [
        ("2026-08-01", 2, "Storage", 0, "7.25"),
        ("2026-10-31", 2, "Compute", 0, "3.00"),
        ("2026-10-31", 2, "Compute", 1, "3.00"),
        ("2026-10-31", 3, "", 0, "3.00"),
    ];
    let imported = test.import(&admin, &file(&[&tiny[..], &more].concat())).await;
    assert_eq!((imported.state, imported.rows, &imported.notes[..]), (ImportState::Done, 34, &[][..]));

    let all = report(&test, &admin, None, None).await.unwrap();
    assert_eq!((all.acr, all.customers), (Some(UsdCents(1330)), Some(3)));
    let by_month: Vec<_> = all.by_month.iter().map(|(month, acr)| (month.to_string(), *acr)).collect();
    let expected = [("2026-08", Some(725)), ("2026-09", None), ("2026-10", Some(605))];
    assert_eq!(by_month, expected.map(|(month, acr)| (month.to_owned(), acr.map(UsdCents))), "unknown is not zero");
    let of = |list: &[(String, UsdCents)]| list.iter().map(|(name, acr)| (name.clone(), acr.0)).collect::<Vec<_>>();
    assert_eq!(of(&all.by_service), [(String::new(), 300), ("Compute".into(), 305), ("Storage".into(), 725)]);
    let names = [("Customer 2", 1025), ("Customer 3", 300), ("Customer 1", 5)];
    assert_eq!(of(&all.top), names.map(|(name, acr)| (name.to_owned(), acr)));

    let august = report(&test, &admin, Some(month("2026-08")), Some(month("2026-09"))).await.unwrap();
    assert_eq!((august.acr, august.customers, august.by_month.len()), (Some(UsdCents(725)), Some(1), 2));
    let later = report(&test, &admin, Some(month("2026-11")), Some(month("2026-11"))).await.unwrap();
    assert_eq!((later.acr, later.customers, later.by_month), (None, None, vec![(month("2026-11"), None)]));
}

#[tokio::test]
async fn a_month_is_replaced_repeated_and_undone_like_any_other() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let acr = async || report(&test, &admin, None, None).await.unwrap().acr.map(|acr| acr.0);
    let first = file(&[("2026-10-01", 1, "Compute", 0, "5.00"), ("2026-09-01", 1, "Compute", 0, "1.00")]);
    test.import(&admin, &first).await;
    assert_eq!(test.import(&admin, &first).await.state, ImportState::Repeated);
    assert_eq!(acr().await, Some(600));
    let corrected = test.import(&admin, &file(&[("2026-10-01", 1, "Compute", 0, "2.50")])).await;
    assert!(corrected.months[0].totals.contains(&("acr_nanos".into(), Some(5_000_000_000), 2_500_000_000)));
    assert_eq!(acr().await, Some(350));
    undo(&test, &admin, &corrected).await;
    assert_eq!(acr().await, Some(600));

    let huge = file(&[("2026-10-01", 1, "Compute", 0, "1000000000.00"); 10]);
    let refused = test.import(&admin, &huge).await;
    assert_eq!((refused.state, &refused.notes[..]), (ImportState::Refused, &[ImportNote::Failed][..]));
    assert_eq!(acr().await, Some(600), "a sum beyond 64 bits changes nothing");
}

#[tokio::test]
async fn it_needs_the_role_and_a_program() {
    let test = TestDomain::new().await;
    let other = test.account("9000002", &[Program::CspIndirectReseller]).await;
    for (account, roles) in [(test.account, &[Role::SalesAgent][..]), (other, &[Role::PartnerAdmin])] {
        let caller = test.person(account, "b@f.example", roles).await;
        assert!(matches!(report(&test, &caller, None, None).await, Err(crate::Error::Denied(_))));
        let day = jiff::civil::Date::constant(2026, 10, 1);
        assert!(matches!(daily(&test, &caller, day, day).await, Err(crate::Error::Denied(_))));
        assert!(matches!(budgets(&test, &caller).await, Err(crate::Error::Denied(_))));
    }
}

const DAILY: &str = "CustomerId,CustomerName,UsageDate,EntitlementId,MeterId,MeterName,Unit,Quantity,BillingPreTaxTotal,BillingCurrency\n";

#[tokio::test]
async fn days_add_up_by_meter_and_currencies_stay_apart() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let row = |day: &str, meter: &str, units: &str, cost: &str, currency: &str| {
        let id = "00000000-0000-4000-8000-000000000001";
        format!("{id},Customer 1,{day},{id},{meter},Meter {meter},Hours,{units},{cost},{currency}\n")
    };
    let rows = [
        row("2026-09-30", "a", "1", "1", "TWD"),
        row("2026-10-01", "a", "0.5", "2.25", "TWD"),
        row("2026-10-01", "a", "0.25", "1", "TWD"),
        row("2026-10-01", "a", "3", "4", "EUR"),
        row("2026-10-02", "b", "7", "0", "TWD"),
    ];
    let done = test.import(&admin, &format!("{DAILY}{}", rows.concat())).await;
    assert_eq!(
        (done.state, done.rows, done.months[0].totals.len()),
        (ImportState::Done, 5, 0),
        "nothing to be added up"
    );
    let days =
        async |from: &str, to: &str| daily(&test, &admin, from.parse().unwrap(), to.parse().unwrap()).await.unwrap();
    let found = days("2026-10-01", "2026-10-01").await;
    let told: Vec<_> = found.iter().map(|it| (&*it.meter, &*it.currency, it.units.0, it.cost.unwrap().0)).collect();
    assert_eq!(told, [("Meter a", "TWD", 750_000, 3_250_000), ("Meter a", "EUR", 3_000_000, 4_000_000)]);
    assert_eq!((&*found[0].name, &*found[0].unit), ("Customer 1", "Hours"));
    assert_eq!(found[0].subscription, "00000000-0000-4000-8000-000000000001");
    assert_eq!(days("2026-09-30", "2026-10-02").await.len(), 4);
    assert_eq!(days("2026-10-03", "2026-11-30").await, []);

    // As the page shows it: the newest thirty days, a line for each resource and currency, unknown days as such.
    let report = super::days(&test, &admin, &DailyQuery::default()).await.unwrap();
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(report.days, Some((day("2026-09-03"), day("2026-10-02"))));
    let told: Vec<_> =
        report.meters.iter().map(|it| (&*it.meter, &*it.currency, it.units.0, it.cost.unwrap().0)).collect();
    let expected = [
        ("Meter a", "EUR", 3_000_000, 4_000_000),
        ("Meter a", "TWD", 1_750_000, 4_250_000),
        ("Meter b", "TWD", 7_000_000, 0),
    ];
    assert_eq!(told, expected);
    let course: Vec<_> = report.meters[1].course.iter().rev().take(4).map(|it| it.map(|units| units.0)).collect();
    assert_eq!(course, [None, Some(750_000), Some(1_000_000), None]);
    let of = async |query: DailyQuery| super::days(&test, &admin, &query).await;
    let one = of(DailyQuery { from: Some(day("2026-10-02")), to: Some(day("2026-10-02")), ..DailyQuery::default() });
    assert_eq!(one.await.unwrap().meters.len(), 1);
    let nobody = of(DailyQuery { customer: "somebody else".to_owned(), ..DailyQuery::default() }).await.unwrap();
    assert_eq!(nobody.meters, []);
    let ever = of(DailyQuery { from: Some(day("1990-01-01")), to: Some(day("2026-10-02")), ..DailyQuery::default() });
    assert_eq!(ever.await.unwrap().days, Some((day("2025-10-02"), day("2026-10-02"))), "a year and a day at most");
}

#[tokio::test]
async fn budgets_go_by_share_used_and_the_unknown_come_last() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    assert_eq!(budgets(&test, &admin).await.unwrap(), []);
    let row = |customer: u32, day: &str, budget: &str, cost: &str| {
        format!("00000000-0000-4000-8000-{customer:012},Customer {customer},{day},{budget},{cost},TWD\n")
    };
    let rows = [
        row(1, "2026-10-02", "100", "250"),
        row(1, "2026-10-12", "100", "40"),
        row(2, "2026-10-12", "", "40"),
        row(3, "2026-10-12", "50", ""),
        row(4, "2026-10-12", "50", "50.01"),
        row(5, "2026-09-12", "50", "1"),
        row(6, "2026-10-12", "0", "1"),
    ];
    let header = "CustomerId,CustomerName,lastModifiedDate,budgetAmount,totalCost,currencyCode\n";
    assert_eq!(test.import(&admin, &format!("{header}{}", rows.concat())).await.state, ImportState::Done);
    let found = budgets(&test, &admin).await.unwrap();
    let told: Vec<_> = found.iter().map(|it| (&*it.name, it.used().map(|used| used.to_string()))).collect();
    let some = |text: &str| Some(text.to_owned());
    let known = [("Customer 4", some("100.02")), ("Customer 1", some("40.00"))];
    assert_eq!(told[..2], known);
    assert_eq!(told[2..], [("Customer 2", None), ("Customer 3", None), ("Customer 6", None)]);
    assert_eq!((found[1].as_of.day(), &*found[1].currency), (12, "TWD"));
}
