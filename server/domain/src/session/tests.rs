mod factors;
mod several;
mod vouching;

use super::*;
use crate::{
    Error,
    db::sql,
    people::{self, Added, NewPerson},
    testing::TestDomain,
};
use model::{Program, Role};

async fn link(test: &TestDomain) -> String {
    let new = NewPerson { email: "a@f.example".into(), name: "A B".into(), roles: vec![Role::PartnerAdmin] };
    match people::add(test, test.account, &new).await.unwrap() {
        Added::Link(link) => link.text().to_owned(),
        Added::Member => make(test, test.account, "A@F.example").await.unwrap().text().to_owned(),
        Added::HasAdmin => panic!(),
    }
}

#[tokio::test]
async fn looking_at_a_link_does_not_use_it_up_but_signing_in_does() {
    let test = TestDomain::new().await;
    let link = link(&test).await;
    for _ in 0..2 {
        assert_eq!(holder(&test, &link).await.unwrap().unwrap().name, "A B");
    }
    sign_in(&test, &link, None, &Browser::default()).await.unwrap();
    assert!(holder(&test, &link).await.unwrap().is_none());
    assert!(matches!(sign_in(&test, &link, None, &Browser::default()).await.unwrap_err(), Error::Invalid(_)));
    assert!(matches!(sign_in(&test, "guess", None, &Browser::default()).await.unwrap_err(), Error::Invalid(_)));
}

#[tokio::test]
async fn a_link_lasts_fifteen_minutes() {
    let test = TestDomain::new().await;
    let link = link(&test).await;
    test.clock.advance(LINK_MINUTES * 60 - 1);
    assert!(holder(&test, &link).await.unwrap().is_some());
    test.clock.advance(1);
    assert!(holder(&test, &link).await.unwrap().is_none());
    assert!(sign_in(&test, &link, None, &Browser::default()).await.is_err());
}

#[tokio::test]
async fn a_session_ends_by_sign_out_by_idling_and_by_age() {
    let test = TestDomain::new().await;
    let token = sign_in(&test, &link(&test).await, None, &Browser::default()).await.unwrap().token;
    assert!(caller(&test, token.text()).await.unwrap().is_some());
    sign_out(&test, token.text()).await.unwrap();
    assert!(caller(&test, token.text()).await.unwrap().is_none());

    let token = sign_in(&test, &link_again(&test).await, None, &Browser::default()).await.unwrap().token;
    test.clock.advance(30 * 60 - 1);
    assert!(caller(&test, token.text()).await.unwrap().is_some(), "seen a second before it would idle");
    test.clock.advance(30 * 60);
    assert!(caller(&test, token.text()).await.unwrap().is_none(), "idle");

    let token = sign_in(&test, &link_again(&test).await, None, &Browser::default()).await.unwrap().token;
    for _ in 1..12 * 3 {
        test.clock.advance(20 * 60);
        assert!(caller(&test, token.text()).await.unwrap().is_some());
    }
    test.clock.advance(20 * 60 - 1);
    assert!(caller(&test, token.text()).await.unwrap().is_some());
    test.clock.advance(1);
    assert!(caller(&test, token.text()).await.unwrap().is_none(), "kept awake, it still ends after its hours");
}

async fn link_again(test: &TestDomain) -> String {
    make(test, test.account, "a@f.example").await.unwrap().text().to_owned()
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once() {
    let test = TestDomain::new().await;
    let token = sign_in(&test, &link(&test).await, None, &Browser::default()).await.unwrap().token;
    let mut tx = test.db.write().await.unwrap();
    sql("update membership set disabled_at = 1").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(caller(&test, token.text()).await.unwrap().is_none());
    assert!(matches!(make(&test, test.account, "a@f.example").await.unwrap_err(), Error::NotFound));
}

#[tokio::test]
async fn the_database_holds_no_usable_secret() {
    let test = TestDomain::new().await;
    let link = link(&test).await;
    let token = sign_in(&test, &link, None, &Browser::default()).await.unwrap().token;
    for (table, secret) in [("sign_in_link", link.as_str()), ("session", token.text())] {
        let hash: Vec<u8> = sql(match table {
            "session" => "select token_hash from session",
            _ => "select token_hash from sign_in_link",
        })
        .scalar(&test.db)
        .await
        .unwrap();
        assert_ne!(hash, secret.as_bytes());
        assert_eq!(hash, crate::secret::Secret::hash(secret));
    }
}

#[tokio::test]
async fn a_link_leads_to_the_account_it_was_made_for() {
    let test = TestDomain::new().await;
    link(&test).await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let new = NewPerson { email: "a@f.example".into(), name: "A B".into(), roles: vec![] };
    let Added::Link(link) = people::add(&test, other, &new).await.unwrap() else { panic!() };
    let token = sign_in(&test, link.text(), None, &Browser::default()).await.unwrap().token;
    let there = caller(&test, token.text()).await.unwrap().unwrap();
    assert_eq!(there.account(), other);
    assert!(there.visitor().unwrap().roles.is_empty(), "the role in the first account does not come along");
    let confirmed: i64 =
        sql("select count(*) from membership where confirmed_at is not null").scalar(&test.db).await.unwrap();
    assert_eq!(confirmed, 1, "the other membership waits for its own link");
}
