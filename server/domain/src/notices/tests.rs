use super::*;
use crate::{
    people::{RoleUpdate, update_roles},
    testing::TestDomain,
};
use model::{Action, News, Program, Role, Waiting};

#[tokio::test]
async fn a_notice_is_new_until_it_is_seen_and_later_ones_stay_new() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let news = News::CredentialChanged { what: Action::PasswordChanged };
    let tell = async |news: &News| {
        let mut tx = test.db.write().await.unwrap();
        put(&mut tx, test.account, admin.id().unwrap(), news, test.clock.seconds()).await.unwrap();
        tx.commit().await.unwrap();
    };
    tell(&news).await;
    let read_at = test.clock.now();
    test.clock.advance(5);
    tell(&News::ReviewDue).await;
    assert_eq!(waiting(&test, &admin).await.unwrap(), Waiting { notices: 2, requests: 0 });
    see(&test, &admin, read_at).await.unwrap();
    let notices = list(&test, &admin).await.unwrap();
    assert_eq!(
        notices.iter().map(|n| (&n.news, n.seen)).collect::<Vec<_>>(),
        [(&News::ReviewDue, false), (&news, true)]
    );
    assert_eq!(waiting(&test, &admin).await.unwrap().notices, 1);
}

#[tokio::test]
async fn admins_are_told_of_what_another_did_and_nobody_else_is() {
    let test = TestDomain::new().await;
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let first = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    let stranger = test.person(other, "s@n.example", &[Role::PartnerAdmin]).await;
    let mut tx = test.db.write_people(test.account).await.unwrap();
    let actor = clerk.id();
    tell_admins(&mut tx, test.account, &[actor], &News::ReviewDue, test.clock.seconds()).await.unwrap();
    tell_admins(&mut tx, test.account, &[first.id()], &News::ReviewDue, test.clock.seconds()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(list(&test, &first).await.unwrap().len(), 1, "not of what they did themselves");
    for caller in [&clerk, &stranger] {
        assert!(list(&test, caller).await.unwrap().is_empty());
        see(&test, caller, test.clock.now()).await.unwrap();
    }
    assert_eq!(waiting(&test, &first).await.unwrap().notices, 1, "nobody marks another's notices");
}

#[tokio::test]
async fn a_role_given_is_told_to_the_other_admins_and_to_its_holder_once() {
    let test = TestDomain::new().await;
    let first = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let second = test.person(test.account, "b@f.example", &[]).await;
    let third = test.person(test.account, "c@f.example", &[]).await;
    for (whom, by) in [(&second, "a@f.example"), (&third, "a@f.example")] {
        let update = RoleUpdate {
            person: whom.id().unwrap(),
            version: 0,
            roles: [Role::PartnerAdmin].into(),
            until: std::collections::BTreeMap::new(),
            reason: String::new(),
        };
        update_roles(&test, &first, &update).await.unwrap();
        let notices = list(&test, whom).await.unwrap();
        assert_eq!(notices.len(), 1);
        let News::RoleGiven { person, by: told, .. } = &notices[0].news else { panic!() };
        assert_eq!((*person, told.as_deref()), (whom.id().unwrap(), Some(by)));
    }
    assert_eq!(list(&test, &second).await.unwrap().len(), 2, "of the third one too");
    assert!(list(&test, &first).await.unwrap().is_empty());
}
