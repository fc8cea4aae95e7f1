//! What a provider that says the truth opens, and what it does not.

use super::{Test, fake::Lies, jwt::Signing, settings, told};
use crate::{
    Error,
    access::Denied,
    oidc::{BadSettings, Failure, Provider, Purpose, Settings, begin, disconnect, provider_name},
    session,
};
use model::{
    Permission, Program,
    ProviderFailure::{Closed, Link, OtherPerson, Unknown, Untrusted},
    Role,
};
use serde_json::json;

#[tokio::test]
async fn an_invitation_goes_straight_to_the_provider_and_from_then_on_the_button_will_do() {
    let test = Test::new().await;
    assert_eq!(provider_name(&test.domain).as_deref(), Some("Entra ID"));
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Unknown, "nobody yet, whatever the e-mail address");
    let link = test.invite("alice@f.example", &[Role::PartnerAdmin]).await;
    let invited = test.go(None, Purpose::invitation(&link)).await.unwrap();
    assert_eq!(invited.back, "/back");
    let alice = test.caller(&invited).await;
    assert!(alice.may(Permission::ViewLicenses).is_ok());
    assert_eq!(told(test.go(None, Purpose::invitation(&link)).await).0, Link, "it is used up");
    let again = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
    assert_eq!(again.id(), alice.id());
}

#[tokio::test]
async fn a_person_is_known_by_the_subject_never_by_the_email_address() {
    let test = Test::with_alice(&[]).await;
    test.fake.claim(json!({ "sub": "mallory", "email": "alice@f.example", "email_verified": true }));
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Unknown);
}

#[tokio::test]
async fn an_invitation_gives_nobody_another_way_to_be_somebody_else() {
    let test = Test::with_alice(&[]).await;
    let bobs = test.invite("bob@f.example", &[]).await;
    assert_eq!(told(test.go(None, Purpose::invitation(&bobs)).await).0, OtherPerson, "alice with bob's invitation");
    test.fake.claim(json!({ "sub": "mallory" }));
    let alices = session::make(&test.domain, test.domain.account, "alice@f.example").await.unwrap();
    let taken = test.go(None, Purpose::invitation(alices.text())).await;
    assert_eq!(told(taken).0, Link, "alice has been here: a link alone does not give her a second identity");
    test.fake.claim(json!({ "sub": "bob" }));
    assert!(test.go(None, Purpose::invitation(&bobs)).await.is_ok(), "a refusal has not used it up");
    test.fake.claim(json!({}));
    assert!(test.go(None, Purpose::invitation(alices.text())).await.is_ok(), "her own identity will do");
}

#[tokio::test]
async fn whoever_is_signed_in_connects_and_disconnects_an_identity() {
    let test = Test::new().await;
    let bob = test.domain.person(test.domain.account, "bob@f.example", &[]).await;
    let begun = begin(&test.domain, Some(&bob), Purpose::Connect, "/me").await.unwrap();
    assert!(begun.address.contains("prompt=login"), "not as whoever is signed in at the provider");
    let done = test.back(&begun, Some(&bob), &test.fake.authorize(&begun.address)).await.unwrap();
    assert!(done.signed_in.is_none() && done.back == "/me", "the session goes on");
    assert_eq!(test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await.id(), bob.id());
    let [identity] = &test.identities(&bob).await[..] else { panic!("not one") };
    assert_eq!(identity.issuer, test.fake.issuer);
    disconnect(&test.domain, &bob, &identity.issuer).await.unwrap();
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Unknown);
    assert!(matches!(disconnect(&test.domain, &bob, &test.fake.issuer).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn what_disconnecting_would_leave_without_an_admin_stays() {
    let test = Test::new().await;
    test.fake.claim(json!({ "amr": ["mfa"], "auth_time": test.domain.clock.seconds() }));
    test.demand_second_factor().await;
    let link = test.invite("alice@f.example", &[Role::PartnerAdmin]).await;
    let alice = test.caller(&test.go(None, Purpose::invitation(&link)).await.unwrap()).await;
    let refused = disconnect(&test.domain, &alice, &test.fake.issuer).await;
    assert!(matches!(refused, Err(Error::LastAdmin)), "{refused:?}");
    assert_eq!(test.identities(&alice).await.len(), 1);
}

#[tokio::test]
async fn a_second_factor_counts_when_the_provider_says_so() {
    let test = Test::with_alice(&[Role::PartnerAdmin]).await;
    test.demand_second_factor().await;
    for (claims, given) in [
        (json!({}), false),
        (json!({ "amr": ["pwd"] }), false),
        (json!({ "amr": ["pwd", "mfa"] }), true),
        (json!({ "amr": ["pwd", "otp"] }), true),
        (json!({ "acr": "one" }), false),
        (json!({ "acr": "two" }), true),
    ] {
        test.fake.claim(claims.clone());
        let alice = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
        let asked = alice.may(Permission::ViewLicenses).err();
        assert_eq!(asked, (!given).then_some(Denied::SecondFactor), "{claims}");
    }
}

#[tokio::test]
async fn a_sign_in_that_the_provider_remembers_is_not_fresh() {
    let test = Test::with_alice(&[Role::PartnerAdmin]).await;
    let now = test.domain.clock.seconds();
    for (claims, fresh) in
        [(json!({}), false), (json!({ "auth_time": now - 3600 }), false), (json!({ "auth_time": now }), true)]
    {
        test.fake.claim(claims.clone());
        let alice = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
        assert_eq!(alice.may_now(Permission::AssignRoles).is_ok(), fresh, "{claims}");
    }
}

#[tokio::test]
async fn a_step_up_renews_the_session_under_a_new_secret() {
    let test = Test::with_alice(&[Role::PartnerAdmin]).await;
    let old = test.go(None, Purpose::SignIn).await.unwrap();
    let alice = test.caller(&old).await;
    assert_eq!(alice.may_now(Permission::AssignRoles).err(), Some(Denied::NotFresh));
    let begun = begin(&test.domain, Some(&alice), Purpose::StepUp, "/users").await.unwrap();
    assert!(begun.address.contains("prompt=login") && begun.address.contains("max_age=600"), "{}", begun.address);
    test.fake.claim(json!({ "auth_time": test.domain.clock.seconds() }));
    let new = test.back(&begun, Some(&alice), &test.fake.authorize(&begun.address)).await.unwrap();
    let renewed = test.caller(&new).await;
    assert!(renewed.may_now(Permission::AssignRoles).is_ok());
    let session = |caller: &crate::access::Caller| caller.visitor().unwrap().session;
    assert_eq!(session(&renewed), session(&alice));
    let old = old.signed_in.unwrap().token;
    assert!(session::caller(&test.domain, old.text()).await.unwrap().is_none(), "the old secret is dead");
}

#[tokio::test]
async fn whoever_is_disabled_everywhere_stays_out_and_others_come_to_where_they_were_last() {
    let test = Test::with_alice(&[]).await;
    let other = test.domain.account("9000002", &[Program::CspDirect]).await;
    test.write("update membership set disabled_at = 1").await;
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Closed);
    assert_eq!(test.audited("sign_in_failed").await, 1);

    let link = test.invite_to(other, "alice@f.example", &[]).await;
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Closed, "an invitation must be accepted first");
    let alice = test.caller(&test.go(None, Purpose::invitation(&link)).await.unwrap()).await;
    assert_eq!(alice.account(), other);
    assert_eq!(test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await.account(), other);
}

#[tokio::test]
async fn new_keys_are_noticed() {
    let test = Test::with_alice(&[]).await;
    // Its hash of the access token would be of another kind, too.
    let without = |claims: &mut serde_json::Value| drop(claims.as_object_mut().unwrap().remove("at_hash"));
    let lies = Lies { signing: Signing::Ed, claims: without, ..Lies::default() };
    test.fake.lie(lies);
    assert_eq!(told(test.go(None, Purpose::SignIn).await).0, Untrusted, "the keys were read in this very second");
    test.domain.clock.advance(10);
    let right = test.go(None, Purpose::SignIn).await;
    assert!(right.is_ok(), "{right:?}");
}

#[tokio::test]
async fn settings_that_could_be_read_on_the_way_are_refused() {
    let test = Test::new().await;
    for (issuer, right) in [
        ("https://login.example/tenant", true),
        ("http://localhost:9", true),
        ("http://login.example", false),
        ("http://localhost.evil.example", false),
        ("login.example", false),
    ] {
        let made = Provider::new(Settings { issuer: issuer.into(), ..settings(&test.fake) });
        assert_eq!(made.is_ok(), right, "{issuer}");
        assert!(right || matches!(made, Err(BadSettings::Address(..) | BadSettings::Insecure(_))));
    }
    let mut without = test.domain.domain.clone();
    without.provider = None;
    let nothing = begin(&without, None, Purpose::SignIn, "/").await;
    assert!(matches!(nothing, Err(Failure::Broken(Error::NotFound))));
}
