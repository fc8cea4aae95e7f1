//! A link by letter, for who has forgotten their password.

use super::{letters_of, links::link_in, with_mail};
use crate::{
    Domain, Error,
    db::sql,
    people,
    session::{self, Browser, forgotten},
    testing::TestDomain,
};
use model::{Invalid, Program, Role, Standing};

fn from(ip: &str) -> Browser {
    Browser { ip: ip.into(), agent: String::new() }
}

async fn ask(domain: &Domain, email: &str) {
    forgotten(domain, email, &from("192.0.2.1")).await.unwrap();
}

#[tokio::test]
async fn the_letter_signs_in_where_the_person_was_last_and_gives_no_second_factor() {
    let (domain, test, mut letters) = with_mail().await;
    test.person(test.account, "p@f.example", &[Role::PartnerAdmin]).await;
    let other = test.account("9000002", &[Program::CspDirect]).await;
    test.clock.advance(60);
    let last = test.person(other, "p@f.example", &[Role::PartnerAdmin]).await;
    let mut tx = domain.db.write().await.unwrap();
    sql("update account set needs_second_factor = 1").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    ask(&domain, " P@F.example ").await;
    let letter = letters_of(&domain, &mut letters).await.remove(0);
    assert!(letter.contains("<p@f.example>") && letter.contains("Subject: Your sign-in link for 9000002"), "{letter}");

    let link = link_in(&letter);
    let signed_in = session::sign_in(&domain, &link, None, &Browser::default()).await.unwrap();
    let caller = session::caller(&domain, signed_in.token.text()).await.unwrap().unwrap();
    assert_eq!((caller.account(), caller.id()), (other, last.id()));
    assert!(!caller.visitor().unwrap().second_factor);
    let again = session::sign_in(&domain, &link, None, &Browser::default()).await;
    assert!(matches!(again, Err(Error::Invalid(Invalid::Link))));
    let made: Vec<(uuid::Uuid, Option<uuid::Uuid>)> =
        sql("select account_id, actor_id from audit where action = 'link_made' and details like '%forgotten%'")
            .fetch_all(&domain.db)
            .await
            .unwrap();
    assert_eq!(made, [(other.0, None)]);
}

#[tokio::test]
async fn a_link_from_a_letter_is_too_old_after_a_quarter_of_an_hour() {
    let (domain, test, mut letters) = with_mail().await;
    test.person(test.account, "p@f.example", &[]).await;
    ask(&domain, "p@f.example").await;
    let link = link_in(&letters_of(&domain, &mut letters).await.remove(0));
    test.clock.advance(15 * 60);
    assert!(session::holder(&domain, &link).await.unwrap().is_none());
}

#[tokio::test]
async fn nobody_who_may_not_sign_in_gets_a_letter_and_the_request_leaves_the_same_for_all() {
    let (domain, test, mut letters) = with_mail().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let gone = test.person(test.account, "gone@f.example", &[]).await.id().unwrap();
    people::stand(&domain, &admin, gone, Standing::Disabled, "left").await.unwrap();
    let new = people::NewPerson { email: "new@f.example".into(), name: "New".into(), roles: vec![] };
    people::add(&domain, test.account, &new).await.unwrap();
    let asked = ["who@f.example", "new@f.example", "gone@f.example"];
    letters_of(&domain, &mut letters).await;
    for email in asked {
        ask(&domain, email).await;
    }
    let waiting: Vec<String> =
        sql("select details from job where kind = 'forgotten'").scalars(&domain.db).await.unwrap();
    assert_eq!(waiting.len(), asked.len());
    assert!(waiting.iter().all(|details| !details.contains("f.example")));
    assert!(letters_of(&domain, &mut letters).await.is_empty());
    let links: i64 =
        sql("select count(*) from sign_in_link where kind = 'forgotten'").scalar(&domain.db).await.unwrap();
    assert_eq!(links, 0);
}

/// How many letters go out before one is refused.
async fn until_refused(domain: &Domain, email: impl Fn(u32) -> String, ip: impl Fn(u32) -> String) -> u32 {
    for n in 0..100 {
        match forgotten(domain, &email(n), &from(&ip(n))).await {
            Ok(()) => {}
            Err(Error::Invalid(Invalid::TooManyLetters)) => return n,
            Err(error) => panic!("{error}"),
        }
    }
    100
}

#[tokio::test]
async fn letters_are_counted_by_address_and_by_network_and_known_and_unknown_alike() {
    let (domain, test, mut letters) = with_mail().await;
    test.person(test.account, "p@f.example", &[]).await;
    for email in ["p@f.example", "unknown@f.example"] {
        let asked = until_refused(&domain, |_| email.to_owned(), |n| format!("192.0.2.{n}")).await;
        assert_eq!(asked, 3, "{email}");
    }
    assert_eq!(letters_of(&domain, &mut letters).await.len(), 3);
    let asked = until_refused(&domain, |n| format!("{n}@f.example"), |_| "198.51.100.1".to_owned()).await;
    assert_eq!(asked, 20);
    test.clock.advance(24 * 3_600 + 1);
    ask(&domain, "p@f.example").await;
}

#[tokio::test]
async fn without_a_mail_server_there_is_nothing_to_ask() {
    let test = TestDomain::new().await;
    let refused = forgotten(&test, "p@f.example", &Browser::default()).await;
    assert!(matches!(refused, Err(Error::NotFound)));
}
