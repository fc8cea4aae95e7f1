use super::*;
use crate::testing::TestDomain;
use model::{ImportNote, ImportState, Month, Role};

const ID: &str = "00000000-0000-4000-8000-000000000001";

fn by_sku(sku: &str, seats: [&str; 3]) -> String {
    format!(
        "SubscriptionId,Month,SKU,CustomerTenantId,AvailableSeats,AssignedSeats,ActiveSeats\n{ID},2026-10-01,{sku},{ID},{}\n",
        seats.join(",")
    )
}

fn october() -> Month {
    Month::new(2026, 10).unwrap()
}

#[tokio::test]
async fn each_dataset_fills_its_own_figures() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    assert_eq!(report(&test, &admin, october()).await.unwrap(), UsageReport::default());
    let office = format!(
        "CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,MonthlyActiveUsers,PartnerAttributionType,IsDuplicateRowForPGA\n{ID},Teams,2026-10-01,9,7,PAL,0\n{ID},Teams,2026-10-01,9,7,CSP T1,1\n{ID},Exchange,2026-10-01,9,8,PAL,0\n{ID},Teams,2026-09-01,5,5,PAL,0\n"
    );
    for text in [office, by_sku("POWER BI PRO", ["4", "3", "2"]), by_sku("DYNAMICS 365 SALES", ["6", "0", "0"])] {
        assert_eq!(test.import(&admin, &text).await.state, ImportState::Done);
    }
    let usage = report(&test, &admin, october()).await.unwrap();
    let office: Vec<_> = usage.office.iter().map(|it| (&*it.name, it.paid_units, it.monthly_users)).collect();
    assert_eq!(office, [("Exchange", 9, 8), ("Teams", 9, 7)]);
    let seats = |seats: [i64; 3]| {
        let [available, assigned, active] = seats.map(Some);
        SeatUsage { available, assigned, active }
    };
    assert_eq!((usage.power_bi, usage.dynamics), (seats([4, 3, 2]), seats([6, 0, 0])));
}

#[tokio::test]
async fn mended_rows_join_the_month_that_they_were_rejected_from() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let good: String = (2..=30).fold(String::new(), |all, n| {
        all + &format!("00000000-0000-4000-8000-{n:012},2026-10-01,POWER BI PRO,{ID},1,1,1\n")
    });
    let import = test.import(&admin, &(by_sku("POWER BI PRO", ["x", "3", "2"]) + &good)).await;
    assert_eq!((import.state, import.bad_rows), (ImportState::Done, 1));
    let bad = std::fs::read_to_string(test.data.join("quarantine").join(import.id.to_string())).unwrap();
    let mended = test.import(&admin, &bad.replacen(",x,", ",4,", 1)).await;
    assert!(mended.notes.iter().any(|note| matches!(note, ImportNote::Mends { .. })), "{:?}", mended.notes);
    let usage = report(&test, &admin, october()).await.unwrap();
    assert_eq!(usage.power_bi, SeatUsage { available: Some(33), assigned: Some(32), active: Some(31) });
}
