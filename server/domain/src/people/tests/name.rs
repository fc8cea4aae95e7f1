//! A person's own name.

use super::*;
use crate::audit;
use model::{AuditFilter, Invalid};

#[tokio::test]
async fn a_new_name_shows_at_once_in_every_account_of_the_person_and_is_audited_there() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (token, id) = test.signed_in(test.account, "mei@f.example", &[]).await;
    let other = test.account("9000002", &[Program::CspDirect]).await;
    let there = test.person(other, "mei@f.example", &[Role::PartnerAdmin]).await;
    let mei = session::caller(&test, token.text()).await.unwrap().unwrap();
    rename(&test, &mei, "  林美玲 ").await.unwrap();
    rename(&test, &mei, "林美玲").await.unwrap();
    for caller in [&admin, &there] {
        let row = list(&test, caller, &PersonFilter::default()).await.unwrap().into_iter().find(|row| row.id == id);
        assert_eq!(row.unwrap().name, "林美玲");
        let filter = AuditFilter { action: "name_changed".into(), ..AuditFilter::default() };
        let told = audit::list(&test, caller, &filter).await.unwrap().rows;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].details, serde_json::json!({ "old": "mei@f.example", "new": "林美玲" }));
    }
    let now = session::caller(&test, token.text()).await.unwrap().unwrap();
    assert_eq!(now.visitor().unwrap().name, "林美玲");
}

#[tokio::test]
async fn a_session_left_open_renames_nobody() {
    let test = TestDomain::new().await;
    let (token, _) = test.signed_in(test.account, "mei@f.example", &[]).await;
    test.clock.advance(session::FRESH_MINUTES * 60);
    let mei = session::caller(&test, token.text()).await.unwrap().unwrap();
    let refused = rename(&test, &mei, "Mallory").await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::NotFresh)));
}

#[tokio::test]
async fn what_is_no_line_of_text_is_no_name() {
    let test = TestDomain::new().await;
    let mei = test.person(test.account, "mei@f.example", &[]).await;
    let long = "x".repeat(201);
    for name in ["", "  ", "Mei\r\nBcc: all@f.example", &long] {
        let refused = rename(&test, &mei, name).await.unwrap_err();
        assert!(matches!(refused, Error::Invalid(Invalid::Name)), "{name}");
    }
    rename(&test, &mei, &"林".repeat(200)).await.unwrap();
}

#[tokio::test]
async fn whom_an_admin_of_one_account_let_in_keeps_the_name_that_others_know() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (_, id) = test.signed_in(test.account, "mei@f.example", &[]).await;
    let other = test.account("9000002", &[Program::CspDirect]).await;
    test.person(other, "mei@f.example", &[]).await;
    let link = link(&test, &admin, id).await.unwrap();
    let signed_in = session::sign_in(&test, link.text(), None, &session::Browser::default()).await.unwrap();
    let vouched = session::caller(&test, signed_in.token.text()).await.unwrap().unwrap();
    let refused = rename(&test, &vouched, "Mallory").await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::OtherAccounts)));
}
