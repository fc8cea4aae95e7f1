use super::*;
use crate::{Error, access::Caller, testing::TestDomain};
use model::{ImportState, Program, Role, UsdCents};

/// Rows: month, reseller, status, amount.
fn file(rows: &[(&str, u32, &str, &str)]) -> String {
    let row = |(place, (month, reseller, status, amount)): (usize, &(&str, u32, &str, &str))| {
        let id = format!("00000000-0000-4000-8000-{place:012}");
        format!("{reseller},Reseller {reseller},{month}-01,Office365,{id},5,{amount},50{place},{status}\n")
    };
    let header = "ResellerMPNId,ResellerName,Month,Product,SubscriptionId,AvailableSeats,BilledRevenueUSD,CustomerTpid,ResellerStatus\n";
    format!("{header}{}", rows.iter().enumerate().map(row).collect::<String>())
}

#[tokio::test]
async fn a_month_counts_its_active_resellers_and_adds_up_what_all_bill() {
    let test = TestDomain::new().await;
    let account = test.account("9000009", &[Program::CspIndirectProvider]).await;
    let admin = test.person(account, "a@n.example", &[Role::PartnerAdmin]).await;
    assert_eq!(report(&test, &admin).await.unwrap(), []);
    let rows = [
        ("2026-08", 1, "Active", "10.00"),
        ("2026-08", 1, "Active", "2.50"),
        ("2026-08", 2, "Active", "1.00"),
        ("2026-10", 1, "Inactive", "4.00"),
        ("2026-10", 3, "Enrolled", "0.25"),
    ];
    assert_eq!(test.import(&admin, &file(&rows)).await.state, ImportState::Done);
    let months = report(&test, &admin).await.unwrap();
    let found: Vec<_> = months.iter().map(|it| (it.month.to_string(), it.active, it.billed_revenue)).collect();
    let expected = [("2026-08", Some(2), Some(1350)), ("2026-09", None, None), ("2026-10", Some(1), Some(425))];
    assert_eq!(found, expected.map(|(month, active, cents)| (month.to_owned(), active, cents.map(UsdCents))));
}

#[tokio::test]
async fn direct_partners_have_none() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(report(&test, &admin).await, Err(Error::Denied(_))));
    assert_eq!(report(&test, &Caller::host(test.account)).await.unwrap(), []);
}
