//! Letters that bring a link.

use super::{letters_of, with_mail};
use crate::{
    db::sql,
    jobs,
    people::{self, Invitation},
    session::{self, Browser},
    testing::TestDomain,
};
use model::{PersonState, Role};

fn newcomer() -> Invitation {
    Invitation {
        email: "Mei@f.example".into(),
        name: "Mei Lin".into(),
        guest: false,
        roles: vec![],
        until: None,
        reason: String::new(),
    }
}

/// The secret of the link in a letter, as the recipient's mail program reads it.
pub(super) fn link_in(letter: &str) -> String {
    let whole = letter.replace("=\n", "").replace("=3D", "=");
    let secret = whole.split("/sign-in?link=").nth(1).unwrap();
    secret.chars().take_while(char::is_ascii_hexdigit).collect()
}

#[tokio::test]
async fn who_is_added_gets_the_link_that_the_page_shows_and_nobody_reads_it_in_the_table() {
    let (domain, test, mut letters) = with_mail().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (person, shown) = people::invite(&domain, &admin, &newcomer()).await.unwrap();
    let waiting: Vec<String> = sql("select details from job").scalars(&domain.db).await.unwrap();
    assert!(!waiting.is_empty() && waiting.iter().all(|details| !details.contains(shown.text())));
    let letter = letters_of(&domain, &mut letters).await.remove(0);
    assert!(letter.contains("<mei@f.example>") && letter.contains("admin@f.example invites you"), "{letter}");
    assert_eq!(link_in(&letter), shown.text());
    // Another link before the first sign-in is an invitation again, one after it leads in only.
    people::link(&domain, &admin, person).await.unwrap();
    let again = letters_of(&domain, &mut letters).await.remove(0);
    assert!(again.contains("invites you"), "{again}");
    session::sign_in(&domain, &link_in(&letter), None, &Browser::default()).await.unwrap();
    let row = people::detail(&domain, &admin, person).await.unwrap().person;
    assert_eq!(row.state, PersonState::Active);
    people::link(&domain, &admin, person).await.unwrap();
    let later = letters_of(&domain, &mut letters).await.remove(0);
    assert!(later.contains("Subject: Your sign-in link for 9000001"), "{later}");
}

#[tokio::test]
async fn a_link_that_has_become_too_old_is_not_sent() {
    let (domain, test, mut letters) = with_mail().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    people::invite(&domain, &admin, &newcomer()).await.unwrap();
    test.clock.advance(session::INVITATION_MINUTES * 60);
    assert!(letters_of(&domain, &mut letters).await.is_empty());
    assert!(jobs::trouble(&domain).await.unwrap().is_empty());
}

#[tokio::test]
async fn without_a_mail_server_the_page_alone_has_the_link() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    people::invite(&test, &admin, &newcomer()).await.unwrap();
    let waiting: i64 = sql("select count(*) from job where kind = 'mail'").scalar(&test.db).await.unwrap();
    assert_eq!(waiting, 0);
}
