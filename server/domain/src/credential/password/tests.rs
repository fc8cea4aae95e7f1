use super::*;
use crate::{
    Error,
    access::Denied,
    credential::testing::{GOOD, Seat, at, plain, refusal, write},
    db::sql,
    testing::TestDomain,
};
use model::{Invalid, PasswordProblem, Refusal};

const OTHER: &str = "seven green cellos wait";

async fn sat_down() -> (TestDomain, Seat) {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    (test, seat)
}

/// Rows of the tables that a failed sign-in writes.
async fn written(test: &TestDomain) -> (i64, i64, i64) {
    let count = async |text| sql(text).scalar::<i64>(&test.db).await.unwrap();
    (
        count("select count(*) from throttle").await,
        count("select count(*) from job").await,
        count("select count(*) from audit").await,
    )
}

#[tokio::test]
async fn whoever_set_one_signs_in_with_it() {
    let (test, seat) = sat_down().await;
    assert_eq!(refusal(check(&test, "a@f.example", plain(GOOD), &at("192.0.2.1")).await), Refusal::Password);
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    for email in ["a@f.example", " A@F.example "] {
        assert_eq!(check(&test, email, plain(GOOD), &at("192.0.2.1")).await.unwrap(), seat.person);
    }
    let phc: String = sql("select phc from password").scalar(&test.db).await.unwrap();
    assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && !phc.contains("otters"));

    set(&test, &seat.caller(&test).await, plain(OTHER)).await.unwrap();
    assert_eq!(refusal(check(&test, "a@f.example", plain(GOOD), &at("192.0.2.1")).await), Refusal::Password);
    assert!(check(&test, "a@f.example", plain(OTHER), &at("192.0.2.1")).await.is_ok());
    remove(&test, &seat.caller(&test).await).await.unwrap();
    assert_eq!(refusal(check(&test, "a@f.example", plain(OTHER), &at("192.0.2.1")).await), Refusal::Password);
    assert!(matches!(remove(&test, &seat.caller(&test).await).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn unknown_wrong_and_disabled_get_one_answer_and_leave_the_same_behind() {
    let (test, seat) = sat_down().await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    let disabled = Seat::new(&test, "disabled@f.example", &[]).await;
    set(&test, &disabled.caller(&test).await, plain(GOOD)).await.unwrap();
    Seat::new(&test, "without@f.example", &[]).await;
    let mut tx = test.db.write().await.unwrap();
    sql("update membership set disabled_at = 1 where person_id = $1")
        .bind(disabled.person.0)
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let mut last = written(&test).await;
    for (i, (email, typed)) in [
        ("a@f.example", OTHER),
        ("nobody@f.example", OTHER),
        ("nobody.else@f.example", GOOD),
        ("disabled@f.example", GOOD),
        ("without@f.example", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = check(&test, email, plain(typed), &at(&format!("192.0.2.{i}"))).await;
        assert_eq!(refusal(answer), Refusal::Password, "{email}");
        let now = written(&test).await;
        assert_eq!((now.0 - last.0, now.1 - last.1, now.2 - last.2), (2, 1, 0), "{email}");
        last = now;
    }
}

#[tokio::test]
async fn after_five_failures_the_unknown_wait_as_long_as_the_known() {
    let (test, seat) = sat_down().await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    for email in ["a@f.example", "nobody@f.example"] {
        for _ in 0..5 {
            assert_eq!(refusal(check(&test, email, plain(OTHER), &at("203.0.113.9")).await), Refusal::Password);
        }
        let before = written(&test).await;
        assert_eq!(refusal(check(&test, email, plain(GOOD), &at("203.0.113.9")).await), Refusal::Wait(1), "{email}");
        assert_eq!(written(&test).await, before, "nothing is written while nobody may try");
    }
    test.clock.advance(1);
    assert!(check(&test, "a@f.example", plain(GOOD), &at("203.0.113.9")).await.is_ok());
    assert_eq!(refusal(check(&test, "a@f.example", plain(OTHER), &at("203.0.113.9")).await), Refusal::Password);
}

#[tokio::test]
async fn many_at_once_get_no_more_tries() {
    let (test, seat) = sat_down().await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    let tries: Vec<_> = (0..16)
        .map(|i| {
            let domain = test.domain.clone();
            tokio::spawn(async move {
                refusal(check(&domain, "a@f.example", plain(OTHER), &at(&format!("198.51.100.{i}"))).await)
            })
        })
        .collect();
    let mut looked_at = 0;
    for tried in tries {
        looked_at += usize::from(tried.await.unwrap() == Refusal::Password);
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn a_cheap_hash_is_made_anew_when_its_owner_signs_in() {
    let (test, seat) = sat_down().await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    let cheap = argon2::Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        argon2::Params::new(8192, 1, 1, None).unwrap(),
    );
    let phc = argon2::PasswordHasher::hash_password(&cheap, GOOD.as_bytes()).unwrap().to_string();
    let mut tx = test.db.write().await.unwrap();
    sql("update password set phc = $1").bind(phc).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    check(&test, "a@f.example", plain(GOOD), &at("192.0.2.1")).await.unwrap();
    let phc: String = sql("select phc from password").scalar(&test.db).await.unwrap();
    assert!(phc.contains("m=19456,t=2,p=1"), "{phc}");
    check(&test, "a@f.example", plain(GOOD), &at("192.0.2.1")).await.unwrap();
}

#[tokio::test]
async fn a_password_is_judged_with_what_is_known_of_its_owner() {
    let (test, seat) = sat_down().await;
    let caller = seat.caller(&test).await;
    let problem = async |typed| match set(&test, &caller, plain(typed)).await.unwrap_err() {
        Error::Invalid(Invalid::Password(problem)) => problem,
        other => panic!("{other}"),
    };
    assert_eq!(problem("fourteen chars").await, PasswordProblem::TooShort(15));
    assert_eq!(problem("9000001 f.example").await, PasswordProblem::AboutYou, "the account's name");
    assert_eq!(problem("password12345678").await, PasswordProblem::Common);
    let stored: i64 = sql("select count(*) from password").scalar(&test.db).await.unwrap();
    assert_eq!(stored, 0);
}

#[tokio::test]
async fn with_a_second_factor_eight_characters_do_until_it_goes() {
    let (test, seat) = sat_down().await;
    seat.with_app(&test).await;
    set(&test, &seat.caller(&test).await, plain("gr8Xz u!")).await.unwrap();
    let refused = crate::credential::totp::remove(&test, &seat.caller(&test).await).await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::Password(PasswordProblem::TooShort(15)))), "{refused}");
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    crate::credential::totp::remove(&test, &seat.caller(&test).await).await.unwrap();
}

#[tokio::test]
async fn a_change_needs_a_fresh_sign_in_and_ends_all_other_sessions() {
    let (test, seat) = sat_down().await;
    let elsewhere = Seat::another(&test, "a@f.example").await;
    let colleague = Seat::new(&test, "b@f.example", &[]).await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    assert!(seat.live(&test).await.is_some());
    assert!(elsewhere.live(&test).await.is_none());
    assert!(colleague.live(&test).await.is_some());

    test.clock.advance(10 * 60);
    let stale = seat.caller(&test).await;
    for refused in [set(&test, &stale, plain(OTHER)).await, remove(&test, &stale).await] {
        assert!(matches!(refused, Err(Error::Denied(Denied::NotFresh))), "{refused:?}");
    }
    let actions: Vec<String> = sql("select action from audit order by seq desc").scalars(&test.db).await.unwrap();
    assert_eq!(actions[..2], ["sessions_ended", "password_changed"]);
    let notices = crate::notices::list(&test, &seat.caller(&test).await).await.unwrap();
    assert_eq!(notices[0].news, model::News::CredentialChanged { what: model::Action::PasswordChanged });
}

#[tokio::test]
async fn a_session_that_has_ended_meanwhile_changes_nothing() {
    let (test, seat) = sat_down().await;
    let caller = seat.caller(&test).await;
    write(&test, "update session set ended_at = 1").await;
    assert!(matches!(set(&test, &caller, plain(GOOD)).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn failures_of_people_who_exist_get_into_the_audit_trail() {
    let (test, seat) = sat_down().await;
    set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    check(&test, "a@f.example", plain(GOOD), &at("192.0.2.1")).await.unwrap();
    for email in ["a@f.example", "nobody@f.example"] {
        refusal(check(&test, email, plain(OTHER), &at("192.0.2.7")).await);
    }
    let notes: Vec<String> =
        sql("select details from job where kind = 'sign_in_failed'").scalars(&test.db).await.unwrap();
    assert_eq!(notes.len(), 2, "being right leaves none");
    assert!(!notes.concat().contains("nobody"), "what was typed is not kept: it may be a password in the wrong field");
    test.clock.advance(60);
    while crate::jobs::run_due(&test).await.unwrap() {}
    let rows: Vec<(String, String)> =
        sql("select subject, details from audit where action = 'sign_in_failed'").fetch_all(&test.db).await.unwrap();
    assert_eq!(rows, [(seat.person.to_string(), r#"{"by":"password","ip":"192.0.2.7"}"#.to_owned())]);
}
