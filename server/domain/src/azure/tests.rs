use super::*;
use crate::{access::Caller, imports, testing::TestDomain};
use model::{ImportNote, ImportRow, ImportState, Month, Program, Role, UsdCents};

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
    }
}
