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
async fn enterprise_mobility_and_teams_are_series_of_their_own() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let ems = format!(
        "SubscriptionId,Month,SKU,CustomerTenantId,PaidAvailableUnits,MonthlyActiveUsers,PartnerAttachType,IsDuplicateRowForPGA\n{ID},2026-10-01,EMS E3,{ID},9,7,PAL,0\n{ID},2026-10-01,EMS E3,{ID},9,7,CSP T1,1\n"
    );
    let other = ID.replace('1', "2");
    let meetings = format!(
        "CustomerId,CustomerTenantId,DateKey,SubWorkload,MeetingCount,MeetingDuration\n5,{ID},2026-10-01,Meetings,3,1.5\n5,{ID},2026-10-02,Meetings,2,0.25\n6,{other},2026-10-02,AllUp,9,4\n"
    );
    let people = format!(
        "CustomerId,CustomerTenantId,MonthKey,SubWorkload,DesktopUsers,WebUsers,MobileUsers,AllUpPartiticipants\n5,{ID},2026-10-01,Calls,4,3,2,5\n6,{other},2026-10-01,Calls,1,0,0,1\n"
    );
    let apps = format!(
        "CustomerId,CustomerTenantId,CustomerName,DateKey,AppName,UserCount\n5,{ID},Contoso,2026-10-01,Polls,4\n5,{ID},Contoso,2026-10-02,Polls,4\n"
    );
    for text in [ems, meetings, people, apps] {
        assert_eq!(test.import(&admin, &text).await.state, ImportState::Done, "{text}");
    }
    let usage = report(&test, &admin, october()).await.unwrap();
    assert_eq!(usage.ems, UnitUsage { paid_units: Some(9), monthly_users: Some(7) });
    let meeting =
        |name: &str, count, hours| MeetingUsage { name: name.into(), count, hours: model::Micros(hours), customers: 1 };
    assert_eq!(usage.teams.meetings, [meeting("AllUp", 9, 4_000_000), meeting("Meetings", 5, 1_750_000)]);
    assert_eq!(usage.teams.people, [PeopleUsage { name: "Calls".into(), desktop: 5, web: 3, mobile: 2, all: 6 }]);
    assert_eq!(usage.teams.apps, [AppUsage { name: "Polls".into(), user_days: 8, customers: 1 }]);
    let september = report(&test, &admin, october().plus(-1)).await.unwrap();
    assert_eq!((september.ems, september.teams), (UnitUsage::default(), TeamsUsage::default()));
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
