use super::*;
use crate::{
    Error,
    access::{Caller, Denied},
    db::sql,
    notices,
    testing::TestDomain,
};
use model::{AccessRequest, Decision, Invalid, News, Program, RequestState, Role};

fn answer(approve: bool, reason: &str) -> Decision {
    Decision { approve, reason: reason.into(), until: None }
}

/// What the account's admin sees first.
async fn first(test: &TestDomain, admin: &Caller) -> AccessRequest {
    list(test, admin).await.unwrap().remove(0)
}

async fn people(test: &TestDomain) -> (Caller, Caller) {
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    (admin, test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await)
}

#[tokio::test]
async fn an_approved_request_gives_the_role_and_both_sides_are_told() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "  for the quarter's review ").await.unwrap();
    let open = first(&test, &admin).await;
    assert_eq!((open.note.as_str(), open.state), ("for the quarter's review", RequestState::Open));
    assert_eq!(notices::waiting(&test, &admin).await.unwrap(), model::Waiting { notices: 1, requests: 1 });
    assert_eq!(
        notices::waiting(&test, &clerk).await.unwrap().requests,
        0,
        "who may not decide is not told how many wait"
    );

    decide(&test, &admin, open.id, &answer(true, "welcome")).await.unwrap();
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::PartnerAdmin, Role::BillingAdmin]);
    let mine = latest(&test, &clerk, Role::PartnerAdmin).await.unwrap().unwrap();
    assert_eq!((mine.state, mine.reason.as_str()), (RequestState::Approved, "welcome"));
    assert_eq!(mine.decided_by.as_deref(), Some("a@f.example"));
    let told = notices::list(&test, &clerk).await.unwrap();
    assert!(told.iter().any(|it| matches!(&it.news, News::RequestDecided { approved: true, .. })));
}

#[tokio::test]
async fn a_denied_request_gives_nothing_and_may_be_made_again() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    decide(&test, &admin, first(&test, &admin).await.id, &answer(false, "not yet")).await.unwrap();
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::BillingAdmin]);
    test.clock.advance(60);
    ask(&test, &clerk, Role::PartnerAdmin, "again").await.unwrap();
    let all = list(&test, &admin).await.unwrap();
    assert_eq!(all.iter().map(|it| it.state).collect::<Vec<_>>(), [RequestState::Open, RequestState::Denied]);
}

#[tokio::test]
async fn the_second_to_decide_is_told_who_was_quicker() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let id = first(&test, &admin).await.id;
    let (yes, no) = (answer(true, ""), answer(false, ""));
    let (one, two) = tokio::join!(decide(&test, &admin, id, &yes), decide(&test, &admin, id, &no));
    let (won, lost) = if one.is_ok() { (true, two) } else { (false, one) };
    assert!(matches!(lost.unwrap_err(), Error::Stale { by: Some(name) } if name == "a@f.example"));
    let holds = test.roles(test.account, clerk.id().unwrap()).await.contains(&Role::PartnerAdmin);
    assert_eq!(holds, won);
}

#[tokio::test]
async fn only_a_fresh_mpn_partner_admin_decides() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let id = first(&test, &admin).await.id;
    assert!(matches!(list(&test, &clerk).await.unwrap_err(), Error::Denied(Denied::Role(_))));
    let refused = decide(&test, &clerk, id, &answer(true, "")).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::Role(Role::PartnerAdmin))), "not oneself");
    let mut stale = admin.visitor().unwrap().clone();
    stale.fresh_until = test.clock.now();
    let stale = Caller::person(stale, test.clock.now());
    let refused = decide(&test, &stale, id, &answer(true, "")).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::NotFresh)));
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let stranger = test.person(other, "s@n.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(decide(&test, &stranger, id, &answer(true, "")).await.unwrap_err(), Error::NotFound));
    assert!(list(&test, &stranger).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_right_lost_a_moment_ago_decides_nothing() {
    let test = TestDomain::new().await;
    let (_, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let mut believes = clerk.visitor().unwrap().clone();
    believes.roles = vec![Role::PartnerAdmin];
    let believes = Caller::person(believes, test.clock.now());
    let id = first(&test, &believes).await.id;
    let refused = decide(&test, &believes, id, &answer(true, "")).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::Role(_))));
}

#[tokio::test]
async fn one_open_request_a_role_and_few_a_day() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    for _ in 0..3 {
        ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    }
    assert_eq!(list(&test, &admin).await.unwrap().len(), 1);
    assert_eq!(notices::list(&test, &admin).await.unwrap().len(), 1, "asking again tells nobody again");
    for _ in 1..MOST_A_DAY {
        let open = latest(&test, &clerk, Role::PartnerAdmin).await.unwrap().unwrap();
        withdraw(&test, &clerk, open.id).await.unwrap();
        test.clock.advance(1);
        ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    }
    withdraw(&test, &clerk, latest(&test, &clerk, Role::PartnerAdmin).await.unwrap().unwrap().id).await.unwrap();
    let refused = ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::TooManyRequests)));
    test.clock.advance(24 * 3600);
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let refused = ask(&test, &clerk, Role::BillingAdmin, "").await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::RoleHeld)));
}

#[tokio::test]
async fn a_request_is_withdrawn_by_its_asker_only() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let id = first(&test, &admin).await.id;
    assert!(matches!(withdraw(&test, &admin, id).await.unwrap_err(), Error::NotFound));
    withdraw(&test, &clerk, id).await.unwrap();
    let too_late = decide(&test, &admin, id, &answer(true, "")).await.unwrap_err();
    assert!(matches!(too_late, Error::Stale { by: Some(name) } if name == "c@f.example"));
}

#[tokio::test]
async fn a_role_given_by_request_ends_when_it_was_said_to() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let id = first(&test, &admin).await.id;
    let until = |seconds: i64| Some(jiff::Timestamp::from_second(test.clock.seconds() + seconds).unwrap());
    let past = decide(&test, &admin, id, &Decision { until: until(0), ..answer(true, "") }).await.unwrap_err();
    assert!(matches!(past, Error::Invalid(Invalid::EndDate)));
    decide(&test, &admin, id, &Decision { until: until(3600), ..answer(true, "") }).await.unwrap();
    test.clock.advance(3599);
    assert!(test.roles(test.account, clerk.id().unwrap()).await.contains(&Role::PartnerAdmin));
    test.clock.advance(1);
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::BillingAdmin]);
}

#[tokio::test]
async fn a_request_of_somebody_disabled_is_gone() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    ask(&test, &clerk, Role::PartnerAdmin, "").await.unwrap();
    let id = first(&test, &admin).await.id;
    set(&test, "update membership set disabled_at = 1 where person_id = $1", &clerk).await;
    assert!(list(&test, &admin).await.unwrap().is_empty());
    assert_eq!(notices::waiting(&test, &admin).await.unwrap().requests, 0);
    assert!(matches!(decide(&test, &admin, id, &answer(true, "")).await.unwrap_err(), Error::NotFound));
    assert!(ask(&test, &clerk, Role::SalesAgent, "").await.is_err());
}

#[tokio::test]
async fn guests_ask_only_for_what_guests_may_hold() {
    let test = TestDomain::new().await;
    let (_, clerk) = people(&test).await;
    set(&test, "update membership set guest = 1 where person_id = $1", &clerk).await;
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::BillingAdmin) {
        let may = matches!(role, Role::PartnerAdmin | Role::BusinessProfileAdmin | Role::ReferralsAdmin);
        match ask(&test, &clerk, role, "").await {
            Ok(()) => assert!(may, "{role:?}"),
            Err(error) => assert!(!may && matches!(error, Error::Invalid(Invalid::GuestRole)), "{role:?}: {error}"),
        }
    }
}

async fn set(test: &TestDomain, change: &'static str, who: &Caller) {
    let mut tx = test.db.write().await.unwrap();
    sql(change).bind(who.id().unwrap().0).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}
