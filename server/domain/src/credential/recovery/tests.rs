use super::*;
use crate::{
    credential::{
        Code, check_code, held,
        testing::{Seat, refusal},
        totp,
    },
    testing::TestDomain,
};
use model::Refusal;

#[tokio::test]
async fn ten_codes_stand_in_for_the_second_factor_once_each() {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    assert!(matches!(renew(&test, &seat.caller(&test).await).await, Err(Error::NotFound)), "nothing to stand in for");
    seat.with_app(&test).await;
    let codes = renew(&test, &seat.caller(&test).await).await.unwrap();
    assert_eq!(codes.len(), 10);
    let lost = Seat::another(&test, "a@f.example").await;
    for (used, code) in codes.iter().enumerate() {
        assert_eq!(check_code(&test, &lost.caller(&test).await, code).await.unwrap(), Code::Recovery);
        assert_eq!(refusal(check_code(&test, &lost.caller(&test).await, code).await), Refusal::Code);
        assert_eq!(held(&test, seat.person).await.unwrap().recovery_codes as usize, 9 - used);
    }
}

#[tokio::test]
async fn new_codes_void_the_old_ones_and_nobody_elses() {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    let other = Seat::new(&test, "b@f.example", &[]).await;
    for seat in [&seat, &other] {
        seat.with_app(&test).await;
    }
    let old = renew(&test, &seat.caller(&test).await).await.unwrap();
    let others = renew(&test, &other.caller(&test).await).await.unwrap();
    let new = renew(&test, &seat.caller(&test).await).await.unwrap();
    let caller = seat.caller(&test).await;
    for void in [&old[0], &others[0]] {
        assert_eq!(refusal(check_code(&test, &caller, void).await), Refusal::Code);
    }
    check_code(&test, &caller, &new[0]).await.unwrap();
    check_code(&test, &other.caller(&test).await, &others[0]).await.unwrap();
}

#[tokio::test]
async fn they_go_with_the_last_second_factor() {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    seat.with_app(&test).await;
    let codes = renew(&test, &seat.caller(&test).await).await.unwrap();
    totp::remove(&test, &seat.caller(&test).await).await.unwrap();
    assert_eq!(held(&test, seat.person).await.unwrap().recovery_codes, 0);
    assert_eq!(refusal(check_code(&test, &seat.caller(&test).await, &codes[0]).await), Refusal::Code);
}
