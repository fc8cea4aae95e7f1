use super::*;
use crate::{
    credential::testing::{Seat, refusal},
    db::sql,
    testing::TestDomain,
};
use model::Refusal;

const EMAIL: &str = "a@f.example";

/// Fails once; the refusal, when the try came too early.
async fn fail(test: &TestDomain, email: &str, ip: &str) -> Option<Refusal> {
    let tries = Tries::new(&test.keys, email, ip);
    let mut tx = test.db.write().await.unwrap();
    let failed = tries.failed(&mut tx, test.clock.seconds()).await;
    tx.commit().await.unwrap();
    let held = tries.held(test).await.is_err();
    match failed {
        Ok(()) => None,
        Err(error) => {
            assert!(held, "looking says what counting says");
            Some(refusal(Err::<(), _>(error)))
        }
    }
}

/// Signs in.
async fn right(test: &TestDomain, email: &str, ip: &str) {
    let tries = Tries::new(&test.keys, email, ip);
    let mut tx = test.db.write().await.unwrap();
    tries.failed(&mut tx, test.clock.seconds()).await.unwrap();
    tries.right(&mut tx, test.clock.seconds()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Fails from ever new networks, as fast as is allowed, until nothing is taken any more; how often, and in how many seconds.
async fn attack(test: &TestDomain) -> (u32, i64) {
    let (began, mut failures) = (test.clock.seconds(), 0);
    loop {
        match fail(test, EMAIL, &format!("2001:db8:{failures:x}::1")).await {
            None => failures += 1,
            Some(Refusal::Wait(seconds)) => test.clock.advance(seconds.into()),
            Some(_) => return (failures, test.clock.seconds() - began),
        }
    }
}

#[tokio::test]
async fn an_attacker_from_everywhere_gets_forty_tries_in_more_than_a_day() {
    let test = TestDomain::new().await;
    let (failures, seconds) = attack(&test).await;
    assert_eq!(failures, 40);
    assert!(seconds > 24 * 3600, "{seconds}");
    test.clock.advance(365 * 24 * 3600);
    assert_eq!(fail(&test, EMAIL, "2001:db8:ffff::1").await, Some(Refusal::Stopped));
    assert_eq!(fail(&test, "b@f.example", "2001:db8:ffff::1").await, None, "nobody else is stopped");
}

#[tokio::test]
async fn the_person_still_signs_in_from_where_they_work() {
    let test = TestDomain::new().await;
    right(&test, EMAIL, "192.0.2.1").await;
    attack(&test).await;
    assert_eq!(fail(&test, EMAIL, "192.0.2.2").await, Some(Refusal::Stopped));
    right(&test, EMAIL, "192.0.2.1").await;
    assert_eq!(fail(&test, EMAIL, "192.0.2.2").await, None, "being right forgives what went before");
}

#[tokio::test]
async fn a_network_that_is_known_gets_ten_more_tries_and_no_others() {
    let test = TestDomain::new().await;
    right(&test, EMAIL, "192.0.2.1").await;
    attack(&test).await;
    let mut failures = 0;
    loop {
        match fail(&test, EMAIL, "192.0.2.1").await {
            None => failures += 1,
            Some(Refusal::Wait(seconds)) => test.clock.advance(seconds.into()),
            Some(_) => break,
        }
    }
    assert_eq!(failures, 10);
}

#[tokio::test]
async fn one_network_cannot_try_everybody() {
    let test = TestDomain::new().await;
    right(&test, EMAIL, "192.0.2.1").await;
    for i in 0..50 {
        assert_eq!(fail(&test, &format!("{i}@f.example"), "192.0.2.1").await, None);
    }
    assert_eq!(fail(&test, "x@f.example", "192.0.2.1").await, Some(Refusal::Wait(1)));
    assert_eq!(fail(&test, "x@f.example", "192.0.2.2").await, None, "others go on");
    assert_eq!(fail(&test, EMAIL, "192.0.2.1").await, None, "who has signed in there goes on");
    test.clock.advance(3601);
    for i in 0..50 {
        assert_eq!(fail(&test, &format!("{i}@g.example"), "192.0.2.1").await, None, "forgotten after an hour");
    }
}

#[tokio::test]
async fn being_right_is_not_counted_against_the_network() {
    let test = TestDomain::new().await;
    for i in 0..60 {
        right(&test, &format!("{i}@f.example"), "192.0.2.1").await;
    }
    assert_eq!(fail(&test, "x@f.example", "192.0.2.1").await, None);
}

#[tokio::test]
async fn a_link_forgives() {
    let test = TestDomain::new().await;
    test.person(test.account, EMAIL, &[]).await;
    attack(&test).await;
    Seat::another(&test, EMAIL).await;
    assert_eq!(fail(&test, EMAIL, "192.0.2.1").await, None);
}

#[tokio::test]
async fn the_table_tells_nobody_who_tried_from_where() {
    let test = TestDomain::new().await;
    fail(&test, EMAIL, "192.0.2.1").await;
    let keys: Vec<Vec<u8>> = sql("select key from throttle").scalars(&test.db).await.unwrap();
    assert_eq!(keys.len(), 2);
    let plain = crate::secret::Secret::hash(&format!("address {EMAIL}"));
    assert!(keys.iter().all(|key| key.len() == 32 && *key != plain));
}
