use super::*;
use crate::{
    Error,
    access::{Caller, Denied},
    db::sql,
    notices,
    people::{self, NewPerson},
    testing::TestDomain,
};
use model::{Invalid, PersonId, Program, Review, ReviewItem, Role, Ruling};
use sha2::{Digest, Sha256};

const DAY: i64 = 86_400;

/// An admin, a clerk who has not been seen for a month, and somebody who never came.
async fn people(test: &TestDomain) -> (Caller, Caller) {
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    let new = NewPerson { email: "n@f.example".into(), name: "n@f.example".into(), roles: vec![Role::SalesAgent] };
    people::add(test, test.account, &new).await.unwrap();
    test.clock.advance(UNUSED_DAYS * DAY);
    (test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await, clerk)
}

async fn open(test: &TestDomain, admin: &Caller) -> Review {
    list(test, admin).await.unwrap().open.unwrap()
}

async fn say(test: &TestDomain, admin: &Caller, item: &ReviewItem, verdict: Ruling) -> Result<(), Error> {
    let review = open(test, admin).await.id;
    let said = Mark { review, person: item.person, role: item.role, verdict: Some(verdict), note: "=why".into() };
    mark(test, admin, &said).await
}

async fn follow_rule(test: &TestDomain, admin: &Caller) {
    for item in open(test, admin).await.items {
        say(test, admin, &item, item.recommendation).await.unwrap();
    }
}

#[tokio::test]
async fn a_review_recommends_by_last_use_admins_first() {
    let test = TestDomain::new().await;
    let (admin, _) = people(&test).await;
    start(&test, &admin).await.unwrap();
    let review = open(&test, &admin).await;
    let said: Vec<_> = review.items.iter().map(|it| (it.role, it.recommendation, it.last_used.is_some())).collect();
    assert_eq!(
        said,
        [
            (Role::PartnerAdmin, Ruling::Keep, true),
            (Role::BillingAdmin, Ruling::Revoke, true),
            (Role::SalesAgent, Ruling::Revoke, false),
        ]
    );
    start(&test, &admin).await.unwrap();
    assert_eq!(open(&test, &admin).await.id, review.id, "one at a time");
}

#[tokio::test]
async fn nothing_is_taken_before_the_review_is_finished_and_then_all_of_it() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    start(&test, &admin).await.unwrap();
    let review = open(&test, &admin).await;
    assert!(matches!(finish(&test, &admin, review.id).await.unwrap_err(), Error::Invalid(Invalid::ReviewUndecided)));
    follow_rule(&test, &admin).await;
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::BillingAdmin]);
    finish(&test, &admin, review.id).await.unwrap();
    assert!(test.roles(test.account, clerk.id().unwrap()).await.is_empty());
    assert_eq!(test.roles(test.account, admin.id().unwrap()).await, [Role::PartnerAdmin]);
    let after = list(&test, &admin).await.unwrap();
    assert!(after.open.is_none());
    assert_eq!((after.finished[0].kept, after.finished[0].revoked), (1, 2));
    let again = finish(&test, &admin, review.id).await.unwrap_err();
    assert!(matches!(again, Error::Stale { by: Some(name) } if name == "a@f.example"));
    let late = Mark {
        review: review.id,
        person: clerk.id().unwrap(),
        role: Role::BillingAdmin,
        verdict: None,
        note: String::new(),
    };
    assert!(matches!(mark(&test, &admin, &late).await.unwrap_err(), Error::NotFound), "it is closed");
}

#[tokio::test]
async fn what_was_said_can_be_said_anew_and_taken_back() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    start(&test, &admin).await.unwrap();
    follow_rule(&test, &admin).await;
    let review = open(&test, &admin).await;
    say(&test, &admin, &review.items[1], Ruling::Keep).await.unwrap();
    let back = Mark {
        review: review.id,
        person: review.items[2].person,
        role: review.items[2].role,
        verdict: None,
        note: String::new(),
    };
    mark(&test, &admin, &back).await.unwrap();
    assert!(matches!(finish(&test, &admin, review.id).await.unwrap_err(), Error::Invalid(_)));
    say(&test, &admin, &review.items[2], Ruling::Keep).await.unwrap();
    finish(&test, &admin, review.id).await.unwrap();
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::BillingAdmin]);
}

#[tokio::test]
async fn the_last_acting_admin_stays() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    start(&test, &admin).await.unwrap();
    for item in open(&test, &admin).await.items {
        say(&test, &admin, &item, Ruling::Revoke).await.unwrap();
    }
    let review = open(&test, &admin).await.id;
    assert!(matches!(finish(&test, &admin, review).await.unwrap_err(), Error::LastAdmin));
    assert_eq!(test.roles(test.account, admin.id().unwrap()).await, [Role::PartnerAdmin]);
    assert_eq!(test.roles(test.account, clerk.id().unwrap()).await, [Role::BillingAdmin], "nothing has changed");
    assert!(list(&test, &admin).await.unwrap().open.is_some(), "it goes on");
}

#[tokio::test]
async fn the_record_is_what_the_audit_trail_has_the_digest_of() {
    let test = TestDomain::new().await;
    let (admin, _) = people(&test).await;
    start(&test, &admin).await.unwrap();
    follow_rule(&test, &admin).await;
    let id = open(&test, &admin).await.id;
    assert!(matches!(record(&test, &admin, id).await.unwrap_err(), Error::NotFound), "not before the end");
    finish(&test, &admin, id).await.unwrap();
    let kept = record(&test, &admin, id).await.unwrap();
    let digest = crate::audit::hex(&Sha256::digest(kept.json.as_bytes()));
    let details: String =
        sql("select details from audit where action = 'review_finished'").scalar(&test.db).await.unwrap();
    assert!(details.contains(&digest), "{details}");
    assert_eq!(list(&test, &admin).await.unwrap().finished[0].sha256, digest);

    let (_, file) = record_csv(&test, &admin, id).await.unwrap();
    let table = String::from_utf8(file).unwrap();
    assert_eq!(table.lines().count(), 4);
    assert!(table.contains("c@f.example,billing_admin,") && table.contains(",revoke,'=why,"), "{table}");
    assert_eq!(table.matches(&digest).count(), 3);
}

#[tokio::test]
async fn only_an_mpn_partner_admin_of_the_account_reviews_and_finishing_wants_a_fresh_proof() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let stranger = test.person(other, "s@n.example", &[Role::PartnerAdmin]).await;
    start(&test, &admin).await.unwrap();
    follow_rule(&test, &admin).await;
    let review = open(&test, &admin).await;
    assert!(matches!(start(&test, &clerk).await.unwrap_err(), Error::Denied(Denied::Role(_))));
    assert!(matches!(list(&test, &clerk).await.unwrap_err(), Error::Denied(_)));
    assert!(matches!(finish(&test, &clerk, review.id).await.unwrap_err(), Error::Denied(_)));
    assert!(list(&test, &stranger).await.unwrap().open.is_none());
    assert!(matches!(finish(&test, &stranger, review.id).await.unwrap_err(), Error::NotFound));
    let mut stale = admin.visitor().unwrap().clone();
    stale.fresh_until = test.clock.now();
    let stale = Caller::person(stale, test.clock.now());
    assert!(matches!(finish(&test, &stale, review.id).await.unwrap_err(), Error::Denied(Denied::NotFresh)));
    let nobody = Mark {
        review: review.id,
        person: PersonId(uuid::Uuid::nil()),
        role: Role::PartnerAdmin,
        verdict: None,
        note: String::new(),
    };
    assert!(matches!(mark(&test, &admin, &nobody).await.unwrap_err(), Error::NotFound));
}

#[tokio::test]
async fn admins_are_reminded_when_a_review_is_due_and_not_every_day() {
    let test = TestDomain::new().await;
    let (admin, clerk) = people(&test).await;
    assert_eq!(remind_due(&test).await.unwrap(), 0);
    test.clock.advance((REVIEW_DAYS - UNUSED_DAYS) * DAY);
    assert_eq!(remind_due(&test).await.unwrap(), 1);
    assert_eq!(remind_due(&test).await.unwrap(), 0, "once is enough");
    assert_eq!(notices::list(&test, &admin).await.unwrap().len(), 1);
    assert!(notices::list(&test, &clerk).await.unwrap().is_empty());
    start(&test, &admin).await.unwrap();
    test.clock.advance(REVIEW_DAYS * DAY);
    assert_eq!(remind_due(&test).await.unwrap(), 0, "one is under way");
}
