use super::{device::Device, *};
use crate::{
    Error,
    access::Denied,
    credential::{
        held,
        testing::{Seat, at, refusal, write},
    },
    db::sql,
    testing::TestDomain,
};
use model::{Refusal, Role};

fn site() -> Site {
    Site::new("http://localhost:3000").unwrap()
}

async fn sat_down() -> (TestDomain, Seat) {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    (test, seat)
}

/// Gives a person a passkey.
async fn with_passkey(test: &TestDomain, seat: &Seat, seed: u8) -> Device {
    let mut device = Device::new(seed);
    let (token, options) = begin_add(test, &seat.caller(test).await, &site()).await.unwrap();
    let response = device.create(&options);
    add(test, &seat.caller(test).await, &site(), token.text(), &response, " My phone ").await.unwrap();
    seat.give_second_factor(test).await;
    device
}

/// Signs in with a device, bent by `bend`.
async fn sign_in(test: &TestDomain, device: &mut Device) -> Result<model::PersonId, Error> {
    let (token, options) = begin(test, &site(), None).await.unwrap();
    let response = device.get(&options);
    prove(test, &site(), token.text(), &response, &at("192.0.2.1")).await
}

#[tokio::test]
async fn a_passkey_alone_signs_in() {
    let (test, seat) = sat_down().await;
    let mut device = with_passkey(&test, &seat, 7).await;
    let held = held(&test, seat.person).await.unwrap();
    assert!(held.second_factor());
    assert_eq!((held.passkeys[0].name.as_str(), held.passkeys[0].last_used_at), ("My phone", None));
    test.clock.advance(60);
    assert_eq!(sign_in(&test, &mut device).await.unwrap(), seat.person);
    let held = crate::credential::held(&test, seat.person).await.unwrap();
    assert_eq!(held.passkeys[0].last_used_at.unwrap().to_string(), "2026-11-15T09:01:00Z");
    // Synced passkeys do not count; the same one signs in again.
    assert_eq!(sign_in(&test, &mut device).await.unwrap(), seat.person);
}

#[tokio::test]
async fn the_browser_is_asked_for_a_kept_and_verified_passkey() {
    let (test, seat) = sat_down().await;
    let (_, options) = begin_add(&test, &seat.caller(&test).await, &site()).await.unwrap();
    let options: serde_json::Value = serde_json::from_str(&options).unwrap();
    assert_eq!(options["rp"]["id"], "localhost");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(options["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(options["attestation"], "none");
    let (_, options) = begin(&test, &site(), None).await.unwrap();
    let options: serde_json::Value = serde_json::from_str(&options).unwrap();
    assert_eq!(options["userVerification"], "required");
    assert_eq!(options["allowCredentials"], serde_json::json!([]), "tells nobody who has one");
}

#[tokio::test]
async fn an_answer_that_is_wrong_in_any_way_is_refused() {
    let (test, seat) = sat_down().await;
    let good = || Device { user: seat.person.0.as_bytes().to_vec(), ..Device::new(7) };
    with_passkey(&test, &seat, 7).await;
    let stranger = seat.account.0.as_bytes().to_vec();
    let wrong: [(&str, Device); 10] = [
        ("another key", Device { id: vec![7; 16], ..Device { user: good().user, ..Device::new(8) } }),
        ("an unknown passkey", Device { id: vec![8; 16], ..good() }),
        ("nobody verified", Device { flags: 0x01, ..good() }),
        ("nobody there", Device { flags: 0x04, ..good() }),
        ("another site's", Device { host: "example.com", ..good() }),
        ("another origin", Device { origin: "http://localhost:3001", ..good() }),
        ("a page in a frame", Device { cross_origin: true, ..good() }),
        ("another person's", Device { user: stranger, ..good() }),
        ("nobody's", Device { user: Vec::new(), ..good() }),
        ("synced and not to be synced", Device { flags: 0x15, ..good() }),
    ];
    for (why, mut device) in wrong {
        assert_eq!(refusal(sign_in(&test, &mut device).await), Refusal::Passkey, "{why}");
    }
    let mut device = good();
    let (token, options) = begin(&test, &site(), None).await.unwrap();
    let (_, others) = begin(&test, &site(), None).await.unwrap();
    let replayed = device.get(&others);
    for response in [replayed.as_str(), "", "{}", "null"] {
        let answer = prove(&test, &site(), token.text(), response, &at("192.0.2.1")).await;
        assert_eq!(refusal(answer), Refusal::Passkey, "{response}");
    }
    let response = device.get(&options);
    let answer = prove(&test, &site(), token.text(), &response, &at("192.0.2.1")).await;
    assert_eq!(refusal(answer), Refusal::Passkey, "one try each");
    assert_eq!(sign_in(&test, &mut device).await.unwrap(), seat.person);
}

#[tokio::test]
async fn an_answer_works_once_and_for_five_minutes() {
    let (test, seat) = sat_down().await;
    let mut device = with_passkey(&test, &seat, 7).await;
    let (token, options) = begin(&test, &site(), None).await.unwrap();
    let response = device.get(&options);
    prove(&test, &site(), token.text(), &response, &at("")).await.unwrap();
    assert_eq!(refusal(prove(&test, &site(), token.text(), &response, &at("")).await), Refusal::Passkey);

    let (token, options) = begin(&test, &site(), None).await.unwrap();
    let response = device.get(&options);
    test.clock.advance(5 * 60);
    assert_eq!(refusal(prove(&test, &site(), token.text(), &response, &at("")).await), Refusal::Passkey);
    assert_eq!(refusal(prove(&test, &site(), "another browser", &response, &at("")).await), Refusal::Passkey);
}

#[tokio::test]
async fn a_copied_device_is_noticed_by_its_counter() {
    let (test, seat) = sat_down().await;
    let mut device = with_passkey(&test, &seat, 7).await;
    device.counter = 5;
    sign_in(&test, &mut device).await.unwrap();
    for counter in [4, 5] {
        device.counter = counter;
        assert_eq!(refusal(sign_in(&test, &mut device).await), Refusal::Passkey, "{counter}");
    }
    device.counter = 6;
    sign_in(&test, &mut device).await.unwrap();
    let noted: i64 = sql("select count(*) from job").scalar(&test.db).await.unwrap();
    assert_eq!(noted, 2);
}

#[tokio::test]
async fn a_person_who_is_asked_answers_with_a_passkey_of_their_own() {
    let (test, seat) = sat_down().await;
    let other = Seat::new(&test, "b@f.example", &[]).await;
    assert!(matches!(begin(&test, &site(), Some(other.person)).await, Err(Error::NotFound)));
    let mut device = with_passkey(&test, &seat, 7).await;
    let mut others = with_passkey(&test, &other, 8).await;

    let (token, options) = begin(&test, &site(), Some(seat.person)).await.unwrap();
    let response = others.get(&options);
    assert_eq!(refusal(prove(&test, &site(), token.text(), &response, &at("")).await), Refusal::Passkey);
    let (token, options) = begin(&test, &site(), Some(seat.person)).await.unwrap();
    // A security key that keeps nothing does not know whose it is; it was asked for by name.
    device.user = Vec::new();
    let response = device.get(&options);
    assert_eq!(prove(&test, &site(), token.text(), &response, &at("")).await.unwrap(), seat.person);
}

#[tokio::test]
async fn only_what_was_asked_for_is_added() {
    let (test, seat) = sat_down().await;
    with_passkey(&test, &seat, 7).await;
    let other = Seat::new(&test, "b@f.example", &[]).await;
    let caller = other.caller(&test).await;
    for (why, mut device) in [
        ("nobody verified", Device { flags: 0x01, ..Device::new(9) }),
        ("another site's", Device { host: "example.com", ..Device::new(9) }),
        ("another origin", Device { origin: "https://localhost:3000", ..Device::new(9) }),
        ("another person's", Device { id: vec![7; 16], ..Device::new(9) }),
    ] {
        let (token, options) = begin_add(&test, &caller, &site()).await.unwrap();
        let response = device.create(&options);
        assert_eq!(
            refusal(add(&test, &caller, &site(), token.text(), &response, "x").await),
            Refusal::Passkey,
            "{why}"
        );
    }
    let mut device = Device::new(9);
    let (token, options) = begin_add(&test, &caller, &site()).await.unwrap();
    let response = device.create(&options);
    assert!(matches!(add(&test, &caller, &site(), token.text(), &response, " ").await, Err(Error::Invalid(_))));
    let thief = seat.caller(&test).await;
    assert_eq!(refusal(add(&test, &thief, &site(), token.text(), &response, "x").await), Refusal::Passkey);
    add(&test, &caller, &site(), token.text(), &response, "x").await.unwrap();
}

#[tokio::test]
async fn the_disabled_are_not_let_in() {
    let (test, seat) = sat_down().await;
    let mut device = with_passkey(&test, &seat, 7).await;
    write(&test, "update membership set disabled_at = 1").await;
    assert_eq!(refusal(sign_in(&test, &mut device).await), Refusal::Passkey);
}

#[tokio::test]
async fn a_removed_passkey_signs_nobody_in() {
    let (test, seat) = sat_down().await;
    let mut device = with_passkey(&test, &seat, 7).await;
    let elsewhere = Seat::another(&test, "a@f.example").await;
    let id = held(&test, seat.person).await.unwrap().passkeys[0].id.clone();
    let thief = elsewhere.caller(&test).await;
    assert!(matches!(remove(&test, &thief, &id).await, Err(Error::Denied(Denied::SecondFactor))));
    remove(&test, &seat.caller(&test).await, &id).await.unwrap();
    assert!(elsewhere.live(&test).await.is_none());
    assert!(matches!(remove(&test, &seat.caller(&test).await, &id).await, Err(Error::NotFound)));
    assert_eq!(refusal(sign_in(&test, &mut device).await), Refusal::Passkey);
}

#[tokio::test]
async fn the_last_admin_of_an_account_that_demands_a_second_factor_keeps_the_last() {
    let test = TestDomain::new().await;
    let admin = Seat::new(&test, "admin@f.example", &[Role::PartnerAdmin]).await;
    with_passkey(&test, &admin, 7).await;
    with_passkey(&test, &admin, 8).await;
    write(&test, "update account set needs_second_factor = 1").await;
    let ids: Vec<String> =
        held(&test, admin.person).await.unwrap().passkeys.into_iter().map(|passkey| passkey.id).collect();
    remove(&test, &admin.caller(&test).await, &ids[0]).await.unwrap();
    assert!(matches!(remove(&test, &admin.caller(&test).await, &ids[1]).await, Err(Error::LastAdmin)));
}
