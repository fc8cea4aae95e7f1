use super::{
    held,
    testing::{GOOD, Seat, plain},
};
use crate::testing::TestDomain;

#[tokio::test]
async fn what_a_person_has_is_listed() {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[]).await;
    let nothing = held(&test, seat.person).await.unwrap();
    assert!(nothing.password.is_none() && !nothing.second_factor() && nothing.recovery_codes == 0);

    super::password::set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    test.clock.advance(60);
    seat.with_app(&test).await;
    super::recovery::renew(&test, &seat.caller(&test).await).await.unwrap();
    let held = held(&test, seat.person).await.unwrap();
    assert_eq!(held.password.unwrap().to_string(), "2026-11-15T09:00:00Z");
    assert_eq!(held.app.unwrap().to_string(), "2026-11-15T09:01:00Z");
    assert!(held.second_factor());
    assert_eq!((held.passkeys.len(), held.recovery_codes, held.identities.len()), (0, 10, 0));
}
