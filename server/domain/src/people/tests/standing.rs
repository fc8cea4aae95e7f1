//! Disabling, enabling, removing, guests.

use super::*;
use model::{Invalid, Standing};

async fn text(test: &TestDomain, statement: &'static str) -> String {
    sql(statement).scalar(&test.db).await.unwrap()
}

#[tokio::test]
async fn the_last_acting_admin_can_be_neither_disabled_nor_removed() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let me = admin.id().unwrap();
    for standing in [Standing::Disabled, Standing::Removed] {
        for caller in [&admin, &Caller::host(test.account)] {
            assert!(matches!(stand(&test, caller, me, standing, "").await.unwrap_err(), Error::LastAdmin));
        }
    }
    assert_eq!(list(&test, &admin, &PersonFilter::default()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once_and_comes_back_with_what_they_held() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (token, person) = test.signed_in(test.account, "p@f.example", &[Role::SalesAgent]).await;
    let link = session::make(&test, test.account, "p@f.example").await.unwrap();
    stand(&test, &admin, person, Standing::Disabled, "left for a year").await.unwrap();
    assert!(session::caller(&test, token.text()).await.unwrap().is_none());
    stand(&test, &admin, person, Standing::Enabled, "is back").await.unwrap();
    assert!(session::caller(&test, token.text()).await.unwrap().is_none(), "the session has ended for good");
    assert!(session::holder(&test, link.text()).await.unwrap().is_none(), "and so have links");
    assert_eq!(test.roles(test.account, person).await, [Role::SalesAgent]);
}

#[tokio::test]
async fn a_removed_person_leaves_only_their_id() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (token, person) = test.signed_in(test.account, "p@f.example", &[Role::PartnerAdmin]).await;
    stand(&test, &admin, person, Standing::Removed, "left").await.unwrap();
    assert!(session::caller(&test, token.text()).await.unwrap().is_none());
    assert!(matches!(detail(&test, &admin, person).await.unwrap_err(), Error::NotFound));
    let names: i64 = sql("select count(*) from person where email like '%p@f.example%' or name like '%p@f.example%'")
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(names, 0);
    assert_eq!(text(&test, "select ended from role_grant where revoked_at is not null").await, "removed");
    assert_eq!(text(&test, "select subject from audit where action = 'person_removed'").await, person.to_string());
    // Whoever comes back under the address is a new person, without roles, who has to sign in first.
    let again = test.person(test.account, "p@f.example", &[]).await;
    assert_ne!(again.id().unwrap(), person);
}

#[tokio::test]
async fn a_person_removed_here_stays_elsewhere_and_returns_without_roles() {
    let test = TestDomain::new().await;
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (_, person) = test.signed_in(test.account, "p@f.example", &[Role::SalesAgent]).await;
    let (elsewhere, same) = test.signed_in(other, "p@f.example", &[Role::BillingAdmin]).await;
    assert_eq!(person, same);
    stand(&test, &admin, person, Standing::Removed, "").await.unwrap();
    assert!(session::caller(&test, elsewhere.text()).await.unwrap().is_some());
    let new = NewPerson { email: "p@f.example".into(), name: "P".into(), roles: vec![] };
    assert!(matches!(add(&test, test.account, &new).await.unwrap(), Added::Link(_)));
    assert!(test.roles(test.account, person).await.is_empty());
    assert_eq!(test.roles(other, person).await, [Role::BillingAdmin]);
    let confirmed: Option<i64> = sql("select confirmed_at from membership where account_id = $1 and person_id = $2")
        .bind(test.account.0)
        .bind(person.0)
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(confirmed, None);
}

#[tokio::test]
async fn guests_may_hold_three_roles_only() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "g@other.example", &[]).await.id().unwrap();
    let mut tx = test.db.write().await.unwrap();
    sql("update membership set guest = 1 where person_id = $1").bind(person.0).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    for role in Role::ALL {
        let version = detail(&test, &admin, person).await.unwrap().version;
        let done = update_roles(&test, &admin, &update(person, version, &[*role])).await;
        match role {
            Role::PartnerAdmin | Role::BusinessProfileAdmin | Role::ReferralsAdmin => assert!(done.is_ok(), "{role:?}"),
            _ => assert!(matches!(done.unwrap_err(), Error::Invalid(Invalid::GuestRole)), "{role:?}"),
        }
    }
}

#[tokio::test]
async fn a_disabled_admin_cannot_grant_even_with_a_request_under_way() {
    let test = TestDomain::new().await;
    let first = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let (token, second) = test.signed_in(test.account, "b@f.example", &[Role::PartnerAdmin]).await;
    let under_way = session::caller(&test, token.text()).await.unwrap().unwrap();
    stand(&test, &first, second, Standing::Disabled, "").await.unwrap();
    let third = test.person(test.account, "c@f.example", &[]).await.id().unwrap();
    let refused = update_roles(&test, &under_way, &update(third, 0, &[Role::PartnerAdmin])).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::Role(Role::PartnerAdmin))));
}

#[tokio::test]
async fn a_gained_role_changes_the_secret_of_the_session() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (token, person) = test.signed_in(test.account, "p@f.example", &[]).await;
    assert!(!session::live(&test, token.text()).await.unwrap().unwrap().renew);
    update_roles(&test, &admin, &update(person, 0, &[Role::PartnerAdmin])).await.unwrap();
    assert!(session::live(&test, token.text()).await.unwrap().unwrap().renew);
    let fresh = session::rotate(&test, token.text()).await.unwrap().unwrap();
    assert!(session::caller(&test, token.text()).await.unwrap().is_none(), "the old secret is dead");
    let live = session::live(&test, fresh.text()).await.unwrap().unwrap();
    assert!(!live.renew && live.caller.may(model::Permission::ViewLicenses).is_ok());
    assert!(session::rotate(&test, fresh.text()).await.unwrap().is_none(), "once");
}
