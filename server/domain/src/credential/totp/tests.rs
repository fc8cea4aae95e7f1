use super::*;
use crate::{
    Error,
    access::Denied,
    credential::{
        Code, check_code, held,
        testing::{App, Seat, refusal},
    },
    db::sql,
    testing::TestDomain,
};
use model::{Refusal, Role};

async fn sat_down() -> (TestDomain, Seat) {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    (test, seat)
}

#[tokio::test]
async fn an_app_is_set_up_with_a_code_and_asked_for_one_ever_after() {
    let (test, seat) = sat_down().await;
    let (token, setup) = begin(&test, &seat.caller(&test).await).await.unwrap();
    let caller = seat.caller(&test).await;
    assert!(held(&test, seat.person).await.unwrap().app.is_none(), "not before the code");
    assert_eq!(refusal(confirm(&test, &caller, token.text(), "000000").await), Refusal::Code);
    let app = App::of(&setup.secret);
    confirm(&test, &caller, token.text(), &app.code(&test)).await.unwrap();
    assert!(held(&test, seat.person).await.unwrap().second_factor());
    assert!(matches!(confirm(&test, &caller, token.text(), &app.code(&test)).await, Err(Error::Denied(_))));

    test.clock.advance(30);
    assert_eq!(check_code(&test, &caller, &app.code(&test)).await.unwrap(), Code::App);
}

#[tokio::test]
async fn a_code_works_once() {
    let (test, seat) = sat_down().await;
    let app = seat.with_app(&test).await;
    let caller = seat.caller(&test).await;
    let code = app.code(&test);
    assert_eq!(refusal(check_code(&test, &caller, &code).await), Refusal::Code, "the one that set it up is used");
    test.clock.advance(30);
    let (earlier, code) = (code, app.code(&test));
    check_code(&test, &caller, &code).await.unwrap();
    for used in [&code, &earlier] {
        assert_eq!(refusal(check_code(&test, &caller, used).await), Refusal::Code);
    }
}

#[tokio::test]
async fn of_two_who_send_the_same_code_one_gets_in() {
    let (test, seat) = sat_down().await;
    let app = seat.with_app(&test).await;
    test.clock.advance(30);
    let (caller, code) = (seat.caller(&test).await, app.code(&test));
    let (one, two) = tokio::join!(check_code(&test, &caller, &code), check_code(&test, &caller, &code));
    assert!(one.is_ok() != two.is_ok());
}

#[tokio::test]
async fn guessing_ends_after_twenty_codes() {
    let (test, seat) = sat_down().await;
    let app = seat.with_app(&test).await;
    let mut guesses = 0;
    loop {
        match refusal(check_code(&test, &seat.caller(&test).await, "000000").await) {
            Refusal::Code => guesses += 1,
            Refusal::Wait(seconds) => {
                test.clock.advance(seconds.into());
                crate::credential::testing::write(
                    &test,
                    "update session set last_seen_at = last_seen_at + 1000000, expires_at = expires_at + 1000000",
                )
                .await;
            }
            other => {
                assert_eq!(other, Refusal::Stopped);
                break;
            }
        }
    }
    assert_eq!(guesses, 20);
    let caller = seat.caller(&test).await;
    assert_eq!(refusal(check_code(&test, &caller, &app.code(&test)).await), Refusal::Stopped, "not even the right one");
    let failed: i64 = sql("select count(*) from audit where action = 'sign_in_failed'").scalar(&test.db).await.unwrap();
    assert_eq!(failed, 20);
    // A link from somebody who may vouch for the person.
    let again = Seat::another(&test, "a@f.example").await;
    check_code(&test, &again.caller(&test).await, &app.code(&test)).await.unwrap();
}

#[tokio::test]
async fn an_app_replaces_the_one_before_only_when_it_is_set_up() {
    let (test, seat) = sat_down().await;
    let first = seat.with_app(&test).await;
    let (token, setup) = begin(&test, &seat.caller(&test).await).await.unwrap();
    test.clock.advance(30);
    check_code(&test, &seat.caller(&test).await, &first.code(&test)).await.unwrap();
    let second = App::of(&setup.secret);
    confirm(&test, &seat.caller(&test).await, token.text(), &second.code(&test)).await.unwrap();
    test.clock.advance(30);
    assert_eq!(refusal(check_code(&test, &seat.caller(&test).await, &first.code(&test)).await), Refusal::Code);
    check_code(&test, &seat.caller(&test).await, &second.code(&test)).await.unwrap();
}

#[tokio::test]
async fn a_session_without_the_second_factor_cannot_touch_it() {
    let (test, seat) = sat_down().await;
    seat.with_app(&test).await;
    // Somebody who has the password, or a link, and nothing else.
    let thief = Seat::another(&test, "a@f.example").await.caller(&test).await;
    for refused in [
        begin(&test, &thief).await.err(),
        remove(&test, &thief).await.err(),
        crate::credential::recovery::renew(&test, &thief).await.err(),
        crate::credential::password::remove(&test, &thief).await.err(),
    ] {
        assert!(matches!(refused, Some(Error::Denied(Denied::SecondFactor))), "{refused:?}");
    }
    assert!(seat.live(&test).await.is_some());
}

#[tokio::test]
async fn one_browsers_setup_is_no_other_persons() {
    let (test, seat) = sat_down().await;
    let other = Seat::new(&test, "b@f.example", &[]).await;
    let (token, setup) = begin(&test, &seat.caller(&test).await).await.unwrap();
    let code = App::of(&setup.secret).code(&test);
    assert!(matches!(confirm(&test, &other.caller(&test).await, token.text(), &code).await, Err(Error::NotFound)));
    assert!(matches!(confirm(&test, &seat.caller(&test).await, "guess", &code).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_secret_is_not_in_the_database() {
    let (test, seat) = sat_down().await;
    let (token, setup) = begin(&test, &seat.caller(&test).await).await.unwrap();
    let app = App::of(&setup.secret);
    let pending: Vec<u8> = sql("select data from ceremony").scalar(&test.db).await.unwrap();
    confirm(&test, &seat.caller(&test).await, token.text(), &app.code(&test)).await.unwrap();
    let stored: Vec<u8> = sql("select secret from totp").scalar(&test.db).await.unwrap();
    let secret = totp_rs::Secret::try_from_base32(setup.secret.replace(' ', "")).unwrap();
    for bytes in [pending, stored] {
        assert!(!bytes.windows(20).any(|window| window == secret.as_bytes()));
    }
}

#[tokio::test]
async fn the_last_admin_of_an_account_that_demands_a_second_factor_keeps_it() {
    let test = TestDomain::new().await;
    let admin = Seat::new(&test, "admin@f.example", &[Role::PartnerAdmin]).await;
    admin.with_app(&test).await;
    crate::credential::testing::write(&test, "update account set needs_second_factor = 1").await;
    assert!(matches!(remove(&test, &admin.caller(&test).await).await, Err(Error::LastAdmin)));
    assert!(held(&test, admin.person).await.unwrap().app.is_some(), "nothing has changed");
    crate::credential::testing::write(&test, "update account set needs_second_factor = 0").await;
    remove(&test, &admin.caller(&test).await).await.unwrap();
    assert!(matches!(remove(&test, &admin.caller(&test).await).await, Err(Error::NotFound)));
}
