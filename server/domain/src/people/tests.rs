mod name;
mod race;
mod revocation;
mod several;
mod standing;
mod time;

use super::*;
use crate::{
    Domain, Error,
    access::{Caller, Denied},
    db::sql,
    session,
    testing::TestDomain,
};
use model::{PersonFilter, PersonId, Program, Role};
use std::collections::BTreeMap;

fn update(person: PersonId, version: i64, roles: &[Role]) -> RoleUpdate {
    let (roles, until) = (roles.iter().copied().collect(), BTreeMap::new());
    RoleUpdate { person, version, roles, until, reason: "because".into() }
}

#[tokio::test]
async fn an_admin_grants_the_role_and_it_acts_at_the_next_request() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let billing = test.person(test.account, "billing@f.example", &[Role::BillingAdmin]).await;
    assert!(billing.may(model::Permission::ViewLicenses).is_err());
    let person = billing.id().unwrap();

    let seen = detail(&test, &admin, person).await.unwrap();
    let wanted = update(person, seen.version, &[Role::BillingAdmin, Role::PartnerAdmin]);
    update_roles(&test, &admin, &wanted).await.unwrap();

    assert_eq!(test.roles(test.account, person).await, [Role::PartnerAdmin, Role::BillingAdmin]);
    let after = detail(&test, &admin, person).await.unwrap();
    assert_eq!(after.history[0].role, "partner_admin");
    assert_eq!(after.history[0].by.as_deref(), Some("admin@f.example"));
    assert_eq!(after.partner_admins, 2);
}

#[tokio::test]
async fn nobody_else_may_grant_it() {
    let test = TestDomain::new().await;
    test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::PartnerAdmin) {
        let caller = test.person(test.account, &format!("{}@f.example", role.key()), &[role]).await;
        let wanted = update(caller.id().unwrap(), 0, &[role, Role::PartnerAdmin]);
        let refused = update_roles(&test, &caller, &wanted).await.unwrap_err();
        assert!(matches!(refused, Error::Denied(Denied::Role(Role::PartnerAdmin))), "{role:?}");
        assert!(list(&test, &caller, &PersonFilter::default()).await.is_err());
    }
}

#[tokio::test]
async fn a_right_lost_a_moment_ago_is_noticed_under_the_lock() {
    let test = TestDomain::new().await;
    let first = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let second = test.person(test.account, "b@f.example", &[]).await;
    let (a, b) = (first.id().unwrap(), second.id().unwrap());
    update_roles(&test, &first, &update(b, 0, &[Role::PartnerAdmin])).await.unwrap();
    // `first` was built before and still believes in its right; the database knows better.
    let second = Caller::person(
        model::Visitor { roles: vec![Role::PartnerAdmin], ..second.visitor().unwrap().clone() },
        test.clock.now(),
    );
    update_roles(&test, &second, &update(a, 0, &[])).await.unwrap();
    let refused = update_roles(&test, &first, &update(b, 1, &[])).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(_)));
    assert_eq!(test.roles(test.account, b).await, [Role::PartnerAdmin]);
}

#[tokio::test]
async fn the_last_acting_admin_stays() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = admin.id().unwrap();
    let refused = update_roles(&test, &admin, &update(person, 0, &[Role::BillingAdmin])).await.unwrap_err();
    assert!(matches!(refused, Error::LastAdmin));
    assert_eq!(test.roles(test.account, person).await, [Role::PartnerAdmin], "nothing has changed");
    assert!(detail(&test, &admin, person).await.unwrap().last_admin);

    // Somebody who has never signed in cannot act and does not count.
    let new = NewPerson { email: "new@f.example".into(), name: "New".into(), roles: vec![] };
    add(&test, test.account, &new).await.unwrap();
    let everybody =
        list(&test, &admin, &PersonFilter { search: "new@".into(), ..PersonFilter::default() }).await.unwrap();
    update_roles(&test, &admin, &update(everybody[0].id, 0, &[Role::PartnerAdmin])).await.unwrap();
    assert!(matches!(update_roles(&test, &admin, &update(person, 0, &[])).await.unwrap_err(), Error::LastAdmin));
}

#[tokio::test]
async fn a_stale_page_changes_nothing_and_names_who_was_quicker() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[]).await.id().unwrap();
    update_roles(&test, &admin, &update(person, 0, &[Role::SalesAgent])).await.unwrap();
    let stale = update_roles(&test, &admin, &update(person, 0, &[Role::PartnerAdmin])).await.unwrap_err();
    assert!(matches!(stale, Error::Stale { by: Some(name) } if name == "admin@f.example"));
    assert_eq!(test.roles(test.account, person).await, [Role::SalesAgent]);
}

#[tokio::test]
async fn roles_that_this_program_does_not_know_are_kept() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let person = test.person(test.account, "p@f.example", &[Role::SalesAgent]).await.id().unwrap();
    let mut tx = test.db.write().await.unwrap();
    sql("update role_grant set role = 'role_of_tomorrow' where person_id = $1")
        .bind(person.0)
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    update_roles(&test, &admin, &update(person, 0, &[Role::BillingAdmin])).await.unwrap();
    assert_eq!(detail(&test, &admin, person).await.unwrap().other_roles, ["role_of_tomorrow"]);
}

#[tokio::test]
async fn people_of_another_account_are_not_there() {
    let test = TestDomain::new().await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let stranger = test.person(other, "admin@n.example", &[Role::PartnerAdmin]).await.id().unwrap();
    assert!(matches!(detail(&test, &admin, stranger).await.unwrap_err(), Error::NotFound));
    let refused = update_roles(&test, &admin, &update(stranger, 0, &[])).await.unwrap_err();
    assert!(matches!(refused, Error::NotFound));
    assert_eq!(list(&test, &admin, &PersonFilter::default()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_search_finds_any_script_without_case() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    for name in ["林美玲", "ÉMILE Dupont"] {
        let new = NewPerson { email: format!("{name}@f.example"), name: name.into(), roles: vec![Role::SalesAgent] };
        add(&test, test.account, &new).await.unwrap();
    }
    let found = async |search: &str| {
        let filter = PersonFilter { search: search.into(), role: Some(Role::SalesAgent), state: None };
        list(&test, &admin, &filter).await.unwrap().into_iter().map(|p| p.name).collect::<Vec<_>>()
    };
    assert_eq!(found("美").await, ["林美玲"]);
    assert_eq!(found("émile").await, ["ÉMILE Dupont"]);
    assert!(found("admin").await.is_empty(), "the role filter holds too");
}

#[tokio::test]
async fn the_command_line_makes_an_admin_only_while_there_is_none() {
    let test = TestDomain::new().await;
    let new = |email: &str| NewPerson { email: email.into(), name: "X".into(), roles: vec![Role::PartnerAdmin] };
    let Added::Link(first) = add(&test, test.account, &new("a@f.example")).await.unwrap() else { panic!() };
    // The first never came: a second may still be made.
    assert!(matches!(add(&test, test.account, &new("b@f.example")).await.unwrap(), Added::Link(_)));
    session::sign_in(&test, first.text(), None, &session::Browser::default()).await.unwrap();
    assert!(matches!(add(&test, test.account, &new("c@f.example")).await.unwrap(), Added::HasAdmin));
    assert!(matches!(
        add(&test, test.account, &NewPerson { roles: vec![], ..new("A@f.example") }).await.unwrap(),
        Added::Member
    ));
}
