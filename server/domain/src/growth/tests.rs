use super::*;
use crate::testing::TestDomain;
use model::{ImportState, Month, Role};

/// Rows: month, customer, market.
fn customers(rows: &[(&str, u32, &str)]) -> String {
    let row = |(month, customer, market): &(&str, u32, &str)| {
        let id = format!("00000000-0000-4000-8000-{customer:012}");
        format!(
            "{id},Customer {customer},{market},{month}-01,E3,0,5,1.00\n{id},Customer {customer},{market},{month}-01,E3,1,5,1.00\n"
        )
    };
    let header =
        "CustomerTenantId,CustomerName,CustomerMarket,Month,SKU,IsDuplicateRowForPGA,AvailableSeats,BilledRevenueUSD\n";
    format!("{header}{}", rows.iter().map(row).collect::<String>())
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

#[tokio::test]
async fn new_and_churned_are_against_the_month_before_and_unknown_without_one() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    assert_eq!(report(&test, &admin, None).await.unwrap(), GrowthReport::default());
    let rows = [
        ("2026-06", 1, "Taiwan"),
        ("2026-06", 2, "Japan"),
        ("2026-07", 2, "Japan"),
        ("2026-07", 3, "Taiwan"),
        ("2026-07", 4, "Taiwan"),
        ("2026-09", 4, "Taiwan"),
        ("2026-09", 5, ""),
    ];
    assert_eq!(test.import(&admin, &customers(&rows)).await.state, ImportState::Done);
    let growth = report(&test, &admin, None).await.unwrap();
    let months: Vec<_> = growth.months.iter().map(|it| (it.month.to_string(), it.active, it.new, it.churned)).collect();
    let expected = [
        ("2026-06", Some(2), None, None),
        ("2026-07", Some(3), Some(2), Some(1)),
        ("2026-08", None, None, None),
        ("2026-09", Some(2), None, None),
    ];
    assert_eq!(months, expected.map(|(month, active, new, churned)| (month.to_owned(), active, new, churned)));
    assert_eq!(growth.by_market, [(String::new(), 1), ("Taiwan".to_owned(), 1)]);
    assert_eq!(growth.states, None);
    let july = report(&test, &admin, Some(month("2026-07"))).await.unwrap();
    assert_eq!(july.by_market, [("Japan".to_owned(), 1), ("Taiwan".to_owned(), 2)]);
    assert_eq!(july.months, growth.months);
}

#[tokio::test]
async fn subscriptions_alone_have_states() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let id = "00000000-0000-4000-8000-000000000001";
    let file = format!(
        "SubscriptionId,Month,SubscriptionState,CustomerTenantId,SKU,AvailableSeatsEOP,BilledRevenueUSD,IsDuplicateRowForPGA\n{id},2026-10-01,Disabled,{id},E3,5,1.00,0\n"
    );
    test.import(&admin, &file).await;
    let growth = report(&test, &admin, None).await.unwrap();
    assert_eq!((growth.states, growth.months.len(), growth.by_market.len()), (Some([0, 0, 1, 0, 0]), 0, 0));
}
