//! Several sessions of one person, and of several people.

use super::{link, link_again};
use crate::{
    Error,
    access::Caller,
    db::sql,
    session::{self, Browser},
    testing::TestDomain,
};
use model::{Program, Role};

async fn again(test: &TestDomain, agent: &str) -> String {
    let browser = Browser { ip: "203.0.113.9".into(), agent: agent.into() };
    session::sign_in(test, &link_again(test).await, None, &browser).await.unwrap().token.text().to_owned()
}

async fn live(test: &TestDomain, token: &str) -> Option<Caller> {
    session::caller(test, token).await.unwrap()
}

#[tokio::test]
async fn a_person_sees_their_sessions_and_ends_one() {
    let test = TestDomain::new().await;
    link(&test).await;
    let (here, there) = (again(&test, "desktop").await, again(&test, "phone").await);
    let caller = live(&test, &here).await.unwrap();
    let rows = session::own(&test, &caller).await.unwrap();
    let seen: Vec<_> = rows.iter().map(|row| (row.agent.as_str(), row.ip.as_str(), row.this)).collect();
    assert_eq!(seen, [("phone", "203.0.113.9", false), ("desktop", "203.0.113.9", true)]);
    let phone = rows[0].id;
    session::end_own(&test, &caller, phone).await.unwrap();
    assert!(live(&test, &there).await.is_none() && live(&test, &here).await.is_some());
    assert!(matches!(session::end_own(&test, &caller, phone).await, Err(Error::NotFound)), "it has ended");
}

#[tokio::test]
async fn all_others_end_at_once() {
    let test = TestDomain::new().await;
    link(&test).await;
    let (first, second, here) = (again(&test, "1").await, again(&test, "2").await, again(&test, "3").await);
    let caller = live(&test, &here).await.unwrap();
    assert_eq!(session::end_others(&test, &caller).await.unwrap(), 2);
    assert!(live(&test, &first).await.is_none() && live(&test, &second).await.is_none());
    assert!(live(&test, &here).await.is_some());
    let told: Vec<String> =
        sql("select details from audit where action = 'sessions_ended'").scalars(&test.db).await.unwrap();
    assert_eq!(told, ["{\"sessions\":2}"]);
}

#[tokio::test]
async fn the_eleventh_session_ends_the_oldest() {
    let test = TestDomain::new().await;
    link(&test).await;
    let mut tokens = Vec::new();
    for n in 0..11 {
        tokens.push(again(&test, &n.to_string()).await);
    }
    assert!(live(&test, &tokens[0]).await.is_none());
    for token in &tokens[1..] {
        assert!(live(&test, token).await.is_some());
    }
}

#[tokio::test]
async fn a_colleague_ends_nobodys_session_and_an_admin_only_those_of_the_account() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let colleague = test.person(test.account, "c@f.example", &[]).await;
    let target = admin.visitor().unwrap().session;
    assert!(matches!(session::end_own(&test, &colleague, target).await, Err(Error::NotFound)));
    let (person, session) = (colleague.id().unwrap(), colleague.visitor().unwrap().session);
    assert!(matches!(session::of(&test, &colleague, admin.id().unwrap()).await, Err(Error::Denied(_))));
    assert!(matches!(session::end_of(&test, &colleague, admin.id().unwrap(), target).await, Err(Error::Denied(_))));

    let elsewhere = test.account("9000002", &[Program::CspDirect]).await;
    let stranger = test.person(elsewhere, "other@f.example", &[Role::PartnerAdmin]).await;
    assert!(session::of(&test, &stranger, person).await.unwrap().is_empty());
    assert!(matches!(session::end_of(&test, &stranger, person, session).await, Err(Error::NotFound)));
    assert_eq!(session::of(&test, &admin, person).await.unwrap().len(), 1);
    session::end_of(&test, &admin, person, session).await.unwrap();
    assert!(session::of(&test, &admin, person).await.unwrap().is_empty());
}
