//! Roles with an end.

use super::*;
use crate::jobs;
use jiff::{SignedDuration, Timestamp};
use model::Invalid;
use std::collections::BTreeSet;
use uuid::Uuid;

const DAY: i64 = 86_400;

fn bound(person: PersonId, version: i64, role: Role, until: Timestamp) -> RoleUpdate {
    RoleUpdate { until: [(role, Some(until))].into(), ..update(person, version, &[role]) }
}

#[tokio::test]
async fn a_role_counts_until_its_second_and_not_in_it() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    let until = test.clock.now() + SignedDuration::from_secs(DAY);
    update_roles(&test, &admin, &bound(person, 0, Role::PartnerAdmin, until)).await.unwrap();
    test.clock.advance(DAY - 1);
    assert_eq!(test.roles(test.account, person).await, [Role::PartnerAdmin]);
    test.clock.advance(1);
    assert!(test.roles(test.account, person).await.is_empty(), "before anything has swept");
    assert_eq!(expire_due(&test).await.unwrap(), 1);
    assert_eq!(expire_due(&test).await.unwrap(), 0);
    let (ended, at, by): (String, i64, Option<uuid::Uuid>) =
        sql("select ended, revoked_at, revoked_by from role_grant where ended is not null")
            .fetch_one(&test.db)
            .await
            .unwrap();
    assert_eq!((ended.as_str(), at, by), ("expired", until.as_second(), None));
}

#[tokio::test]
async fn a_role_with_an_end_keeps_nobody_in() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let other = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    let until = test.clock.now() + SignedDuration::from_secs(DAY);
    update_roles(&test, &admin, &bound(other, 0, Role::PartnerAdmin, until)).await.unwrap();
    let me = admin.id().unwrap();
    assert!(matches!(update_roles(&test, &admin, &update(me, 0, &[])).await.unwrap_err(), Error::LastAdmin));
    let until = test.clock.now() + SignedDuration::from_secs(DAY);
    let own = update_roles(&test, &admin, &bound(me, 0, Role::PartnerAdmin, until)).await.unwrap_err();
    assert!(matches!(own, Error::Invalid(Invalid::OwnEndDate)));
}

#[tokio::test]
async fn nobody_lengthens_their_own_role() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let other = test.person(test.account, "p@f.example", &[]).await;
    let id = other.id().unwrap();
    let until = test.clock.now() + SignedDuration::from_secs(DAY);
    update_roles(&test, &admin, &bound(id, 0, Role::PartnerAdmin, until)).await.unwrap();
    let other = Caller::person(
        model::Visitor { roles: vec![Role::PartnerAdmin], ..other.visitor().unwrap().clone() },
        test.clock.now(),
    );
    for end in [None, Some(until + SignedDuration::from_secs(1))] {
        let wanted = RoleUpdate { until: [(Role::PartnerAdmin, end)].into(), ..update(id, 1, &[Role::PartnerAdmin]) };
        let refused = update_roles(&test, &other, &wanted).await.unwrap_err();
        assert!(matches!(refused, Error::Invalid(Invalid::OwnEndDate)));
    }
    // What is not named keeps its end.
    let both = update(id, 1, &[Role::PartnerAdmin, Role::SalesAgent]);
    assert_eq!(update_roles(&test, &other, &both).await.unwrap().0, [Role::SalesAgent]);
    let ends: Vec<Option<i64>> =
        sql("select until_at from role_grant where person_id = $1 and revoked_at is null order by role")
            .bind(id.0)
            .scalars(&test.db)
            .await
            .unwrap();
    assert_eq!(ends, [Some(until.as_second()), None]);
    // Another may.
    let longer = until + SignedDuration::from_secs(DAY);
    update_roles(&test, &admin, &bound(id, 2, Role::PartnerAdmin, longer)).await.unwrap();
    test.clock.advance(DAY);
    assert_eq!(test.roles(test.account, id).await, [Role::PartnerAdmin]);
}

#[tokio::test]
async fn an_end_that_has_passed_is_refused() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    let now = bound(person, 0, Role::SalesAgent, test.clock.now());
    let refused = update_roles(&test, &admin, &now).await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::EndDate)));
}

#[tokio::test]
async fn a_page_read_before_the_end_is_stale_after_it_and_one_read_after_is_not() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    let until = test.clock.now() + SignedDuration::from_secs(5);
    update_roles(&test, &admin, &bound(person, 0, Role::SalesAgent, until)).await.unwrap();
    let before = detail(&test, &admin, person).await.unwrap().version;
    test.clock.advance(5);
    let after = detail(&test, &admin, person).await.unwrap().version;
    let again = update(person, before, &[Role::SalesAgent]);
    assert!(matches!(update_roles(&test, &admin, &again).await.unwrap_err(), Error::Stale { by: None }));
    expire_due(&test).await.unwrap();
    let again = update(person, after, &[Role::SalesAgent]);
    assert_eq!(update_roles(&test, &admin, &again).await.unwrap().0, [Role::SalesAgent], "given anew");
}

#[tokio::test]
async fn the_worker_tells_the_holder_and_the_admins_once_that_a_role_ends_within_a_week() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    let until = test.clock.now() + SignedDuration::from_secs(8 * DAY);
    update_roles(&test, &admin, &bound(person, 0, Role::PartnerAdmin, until)).await.unwrap();
    let mut told = Vec::new();
    for _ in 0..3 {
        jobs::prepare(&test).await.unwrap();
        while jobs::run_due(&test).await.unwrap() {}
        let ends: Vec<Uuid> =
            sql("select person_id from notice where details like '%grant_ends%'").scalars(&test.db).await.unwrap();
        told.push(ends.into_iter().map(PersonId).collect::<BTreeSet<_>>());
        test.clock.advance(DAY);
    }
    let both = BTreeSet::from([person, admin.id().unwrap()]);
    assert_eq!(told, [BTreeSet::new(), both.clone(), both]);
    assert!(jobs::trouble(&test).await.unwrap().is_empty());
}
