use super::forget;
use crate::{
    Error,
    credential::{
        held, password,
        testing::{GOOD, Seat, plain, write},
    },
    db::sql,
    session::{self, Browser},
    testing::TestDomain,
};
use model::Role;

#[tokio::test]
async fn a_person_who_has_lost_everything_begins_anew() {
    let test = TestDomain::new().await;
    let seat = Seat::new(&test, "a@f.example", &[Role::PartnerAdmin]).await;
    password::set(&test, &seat.caller(&test).await, plain(GOOD)).await.unwrap();
    seat.with_app(&test).await;
    write(&test, "update account set needs_second_factor = 1").await;

    let link = forget(&test, test.account, " A@F.example").await.unwrap();
    assert!(seat.live(&test).await.is_none(), "whoever has found the lost phone is out");
    let left = held(&test, seat.person).await.unwrap();
    assert!(left.password.is_none() && !left.second_factor() && left.recovery_codes == 0, "{left:?}");
    let signed_in = session::sign_in(&test, link.text(), None, &Browser::default()).await.unwrap();
    let caller = session::caller(&test, signed_in.token.text()).await.unwrap().unwrap();
    assert!(!caller.visitor().unwrap().second_factor, "the link sets up another one, and is none");
    let told: i64 =
        sql("select count(*) from audit where action = 'credentials_forgotten'").scalar(&test.db).await.unwrap();
    assert_eq!(told, 1);
    assert!(matches!(forget(&test, test.account, "b@f.example").await, Err(Error::NotFound)));
}
