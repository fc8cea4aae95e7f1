//! Changes from facts, ranked.

use super::*;
use crate::{Error, access::Caller, mail::Language, testing::TestDomain};
use model::{
    AccountId,
    ChangeKind::{self, AssignedFell, AzureRose, CustomerLost, CustomerWon, Ending, RoleGiven, SeatsGained, SeatsLost},
    Digest, ImportState, Program, Role,
};

const ID: &str = "00000000-0000-4000-8000-0000000000";

/// September and October, and the first days of November: customer 1 loses seats and assigns fewer licences, but consumes more
/// Azure; 2 has a subscription that ends; 3 goes; 4 comes.
fn files() -> [String; 4] {
    let subscription = |(month, customer, seats, end): (&str, u32, u32, &str)| {
        format!("{ID}{customer:02},2026-{month}-01,Active,{ID}{customer:02},E3,{seats},1.00,0,{end},False\n")
    };
    let subscriptions = [
        ("09", 1, 100, "2027-06-30"),
        ("09", 2, 50, "2026-11-20"),
        ("09", 3, 30, "2027-06-30"),
        ("10", 1, 80, "2027-06-30"),
        ("10", 2, 50, "2026-11-20"),
        ("10", 4, 60, "2027-06-30"),
    ];
    let customer = |(month, customer): (&str, u32)| {
        format!("{ID}{customer:02},Customer {customer},Taiwan,2026-{month}-01,E3,0,5,1.00\n")
    };
    let customers = [("09", 1), ("09", 2), ("09", 3), ("10", 1), ("10", 2), ("10", 4)];
    // The second is an attribution duplicate; November is not over.
    let azure = [("09", "100.00", 0), ("09", "999.00", 1), ("10", "250.00", 0), ("11", "1.00", 0)];
    let azure =
        azure.map(|(month, usd, twin)| format!("{ID}21,{ID}01,2026-{month}-01,Compute,1,{usd},{twin}\n")).concat();
    let licences = [("09", 90), ("10", 45)];
    let licences = licences
        .map(|(month, assigned)| format!("2026-{month}-01,o365,reseller,{ID}01,Customer 1,E3,{assigned},100\n"));
    [
        format!(
            "SubscriptionId,Month,SubscriptionState,CustomerTenantId,SKU,AvailableSeatsEOP,BilledRevenueUSD,\
             IsDuplicateRowForPGA,SubscriptionEndDate,IsAutoRenew\n{}",
            subscriptions.map(subscription).concat()
        ),
        format!(
            "CustomerTenantId,CustomerName,CustomerMarket,Month,SKU,IsDuplicateRowForPGA,AvailableSeats,BilledRevenueUSD\n{}",
            customers.map(customer).concat()
        ),
        format!(
            "SubscriptionId,CustomerTenantId,Month,ServiceLevel1,UsageUnits,ACR_USD,IsACRDuplicateAtPGALevel\n{azure}"
        ),
        format!(
            "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n{}",
            licences.concat()
        ),
    ]
}

async fn filled(test: &TestDomain, account: AccountId) -> Caller {
    let admin = test.person(account, &format!("admin-{account}@f.example"), &[Role::PartnerAdmin]).await;
    for file in files() {
        let row = test.import(&admin, &file).await;
        assert_eq!(row.state, ImportState::Done, "{:?}", row.notes);
    }
    admin
}

fn kinds(digest: &Digest) -> Vec<ChangeKind> {
    digest.changes.iter().map(|change| change.kind).collect()
}

#[tokio::test]
async fn changes_rank_by_their_share_of_the_account() {
    let test = TestDomain::new().await;
    let admin = filled(&test, test.account).await;
    let digest = changes(&test, &admin).await.unwrap();
    let found: Vec<_> =
        digest.changes.iter().map(|it| (it.kind, it.key.clone(), it.now, it.before, it.weight)).collect();
    let customer = |n: u32| format!("{ID}{n:02}");
    let expected = [
        (RoleGiven, admin.id().unwrap().to_string(), 1, None, 1_000_000),
        (AzureRose, customer(1), 25_000, Some(10_000), 600_000),
        (AssignedFell, customer(1), 4_500, Some(9_000), 450_000),
        // One of three customers, which is more than their seats are of all.
        (CustomerLost, customer(3), 0, Some(1), 333_333),
        (CustomerWon, customer(4), 1, Some(0), 333_333),
        (Ending, customer(2), 1, Some(0), 263_157),
        (SeatsLost, customer(1), 80, Some(100), 105_263),
    ];
    assert_eq!(found, expected);
    assert_eq!(digest.came_in.len(), 4);
    assert!(digest.is_news());
}

#[tokio::test]
async fn a_kind_that_the_caller_may_not_see_is_not_there() {
    let test = TestDomain::new().await;
    let account = test.account("9000002", &[Program::CspIndirectReseller]).await;
    let admin = filled(&test, account).await;
    let digest = changes(&test, &admin).await.unwrap();
    assert_eq!(kinds(&digest), [RoleGiven, AssignedFell, CustomerLost, CustomerWon]);
    assert_eq!(digest.came_in.len(), 2, "nor are the datasets: {:?}", digest.came_in);
    let clerk = test.person(account, "clerk@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(changes(&test, &clerk).await, Err(Error::Denied(_))));
    assert!(matches!(want(&test, &clerk, false).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn a_month_without_rows_says_nothing() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    test.clock.advance(8 * 86_400);
    assert_eq!(changes(&test, &admin).await.unwrap().changes, [], "nor does an account without any");
    let row = |month, customer| format!("{ID}{customer:02},Customer {customer},Taiwan,2026-{month}-01,E3,0,5,1.00\n");
    let header =
        "CustomerTenantId,CustomerName,CustomerMarket,Month,SKU,IsDuplicateRowForPGA,AvailableSeats,BilledRevenueUSD\n";
    test.import(&admin, &format!("{header}{}{}", row("08", 1), row("10", 2))).await;
    let digest = changes(&test, &admin).await.unwrap();
    assert!(digest.changes.is_empty() && !digest.is_news(), "{digest:?}");
}

#[tokio::test]
async fn there_are_ten_at_most_and_the_largest_of_them() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    test.clock.advance(8 * 86_400);
    let row = |month, customer, seats| {
        format!("{ID}{customer:02},2026-{month}-01,Active,{ID}{customer:02},E3,{seats},1.00,0\n")
    };
    let rows = (1..=12).map(|n| row("09", n, 5) + &row("10", n, 5 + n));
    let header = "SubscriptionId,Month,SubscriptionState,CustomerTenantId,SKU,AvailableSeatsEOP,BilledRevenueUSD,\
                  IsDuplicateRowForPGA\n";
    test.import(&admin, &format!("{header}{}", rows.collect::<String>())).await;
    let digest = changes(&test, &admin).await.unwrap();
    assert_eq!(kinds(&digest), [SeatsGained; 10]);
    assert_eq!((digest.changes[0].now, digest.changes[9].now), (17, 8));
}

#[tokio::test]
async fn sentences_carry_names_and_figures_in_both_languages() {
    let test = TestDomain::new().await;
    let admin = filled(&test, test.account).await;
    let digest = changes(&test, &admin).await.unwrap();
    let said = |language, kind| words::told(language, digest.changes.iter().find(|it| it.kind == kind).unwrap());
    assert_eq!(
        said(Language::En, AzureRose),
        "Customer 1 consumed $150.00 more of Azure: $250.00 in Oct 2026, $100.00 the month before."
    );
    assert_eq!(said(Language::ZhTw, SeatsLost), "Customer 1 減少 20 個席次：2026年10月底為 80 個，上個月為 100 個。");
    let link = digest.changes.iter().find(|it| it.kind == SeatsLost).unwrap().link();
    assert_eq!(link, format!("/analytics/subscriptions?from=2026-10&to=2026-10&customer={ID}01"));
}
