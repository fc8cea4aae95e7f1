//! Right answers that come the wrong way: to another browser, too late, twice, for another person.

use super::{Test, told};
use crate::{
    Error,
    access::Denied,
    oidc::{CEREMONY_MINUTES, Failure, Purpose, begin, finish},
    session::{self, Browser},
};
use model::{
    ProviderFailure::{Lost, NotFresh, OtherPerson, Unreachable, Untrusted},
    Role,
};
use serde_json::json;

#[tokio::test]
async fn an_answer_to_another_browser_signs_nobody_in() {
    let test = Test::with_alice(&[]).await;
    let mine = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let others = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let answer = test.fake.authorize(&others.address);
    let nobodys = finish(&test.domain, None, None, &answer, &Browser::default()).await;
    assert_eq!(told(nobodys).0, Lost, "no cookie");
    assert_eq!(told(test.back(&mine, None, &answer).await), (Lost, "another state".into()));
    assert!(test.back(&others, None, &answer).await.is_ok(), "the browser that asked");
}

#[tokio::test]
async fn an_answer_works_once() {
    let test = Test::with_alice(&[]).await;
    let begun = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let answer = test.fake.authorize(&begun.address);
    assert!(test.back(&begun, None, &answer).await.is_ok());
    assert_eq!(told(test.back(&begun, None, &answer).await).0, Lost, "the same again");

    let again = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let mut replayed = test.fake.authorize(&again.address);
    replayed.code = answer.code;
    assert_eq!(told(test.back(&again, None, &replayed).await).0, Untrusted, "a used code with a new state");
    assert_eq!(told(test.back(&again, None, &replayed).await).0, Lost, "after a refusal it is over");
}

#[tokio::test]
async fn a_stolen_code_is_worth_nothing_without_the_browsers_secret() {
    let test = Test::with_alice(&[]).await;
    let victim = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let thief = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
    let stolen = test.fake.authorize(&victim.address).code;
    let mut answer = test.fake.authorize(&thief.address);
    answer.code = stolen;
    let (what, why) = told(test.back(&thief, None, &answer).await);
    assert_eq!(what, Untrusted);
    assert!(why.contains("invalid_grant"), "the provider does not accept the verifier: {why}");
}

#[tokio::test]
async fn a_sign_in_lasts_ten_minutes() {
    let test = Test::with_alice(&[]).await;
    for (seconds, right) in [(CEREMONY_MINUTES * 60 - 1, true), (CEREMONY_MINUTES * 60, false)] {
        let begun = begin(&test.domain, None, Purpose::SignIn, "/").await.unwrap();
        test.domain.clock.advance(seconds);
        let done = test.back(&begun, None, &test.fake.authorize(&begun.address)).await;
        assert_eq!(done.is_ok(), right, "{seconds}: {done:?}");
    }
}

#[tokio::test]
async fn a_step_up_needs_a_proof_of_the_last_ten_minutes() {
    let test = Test::with_alice(&[Role::PartnerAdmin]).await;
    let now = test.domain.clock.seconds();
    let alice = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
    for (name, claims, right) in [
        ("just now", json!({ "auth_time": now }), true),
        ("nine minutes ago", json!({ "auth_time": now - 540 }), true),
        ("twelve minutes ago", json!({ "auth_time": now - 720 }), false),
        ("never said", json!({}), false),
        ("not a time", json!({ "auth_time": "now" }), false),
    ] {
        test.fake.claim(claims);
        match test.go(Some(&alice), Purpose::StepUp).await {
            Ok(_) => assert!(right, "{name}"),
            Err(Failure::Refused { what, .. }) => assert!(!right && matches!(what, NotFresh | Untrusted), "{name}"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[tokio::test]
async fn a_step_up_is_for_the_person_who_is_signed_in() {
    let test = Test::with_alice(&[]).await;
    test.fake.claim(json!({ "auth_time": test.domain.clock.seconds() }));
    let alice = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
    let bob = test.domain.person(test.domain.account, "bob@f.example", &[]).await;
    assert_eq!(told(test.go(Some(&bob), Purpose::StepUp).await).0, OtherPerson, "alice at the provider");
    let begun = begin(&test.domain, Some(&alice), Purpose::StepUp, "/").await.unwrap();
    let answer = test.fake.authorize(&begun.address);
    assert_eq!(told(test.back(&begun, Some(&bob), &answer).await).0, Lost, "bob came back");
    let begun = begin(&test.domain, Some(&alice), Purpose::StepUp, "/").await.unwrap();
    let answer = test.fake.authorize(&begun.address);
    assert_eq!(told(test.back(&begun, None, &answer).await).0, Lost, "nobody came back");
    assert_eq!(told(test.go(None, Purpose::StepUp).await).0, Lost, "nobody began");
    assert_eq!(test.audited("sign_in_failed").await, 3);
}

#[tokio::test]
async fn only_a_fresh_session_connects_and_nobody_takes_anothers_identity() {
    let test = Test::with_alice(&[]).await;
    let bob = test.domain.person(test.domain.account, "bob@f.example", &[]).await;
    assert_eq!(told(test.go(Some(&bob), Purpose::Connect).await).0, OtherPerson);
    let link = session::make(&test.domain, test.domain.account, "bob@f.example").await.unwrap();
    let signed_in = session::sign_in(&test.domain, link.text(), None, &Browser::default()).await.unwrap();
    test.domain.clock.advance(session::FRESH_MINUTES * 60);
    let bob = session::caller(&test.domain, signed_in.token.text()).await.unwrap().unwrap();
    let stale = test.go(Some(&bob), Purpose::Connect).await;
    assert!(matches!(stale, Err(Failure::Broken(Error::Denied(Denied::NotFresh)))), "{stale:?}");
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_not_asked_all_the_time() {
    let test = Test::with_alice(&[]).await;
    test.domain.clock.advance(3600);
    let lies = super::fake::Lies { metadata: |it| it["issuer"] = "https://login.example".into(), ..Default::default() };
    test.fake.lie(lies);
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Unreachable);
    test.fake.lie(super::fake::Lies::default());
    assert_eq!(told(test.go(None, Purpose::SignIn).await), (Unreachable, "asked a moment ago, in vain".into()));
    test.domain.clock.advance(10);
    assert!(test.go(None, Purpose::SignIn).await.is_ok());
}
