//! One factor, two factors, and fresh ones.

use crate::{
    Error,
    access::{Caller, Denied},
    credential::{
        password::{self, Plain},
        recovery, totp,
    },
    db::sql,
    session::{self, Browser, FRESH_MINUTES},
    testing::TestDomain,
};
use model::{Permission, Program, Role};
use totp_rs::{Builder, Secret, Totp};

const GOOD: &str = "five violet otters sing";
const EMAIL: &str = "a@f.example";

/// An admin with a password, in an account that asks for a second factor.
async fn admin() -> (TestDomain, String) {
    let test = TestDomain::new().await;
    test.person(test.account, EMAIL, &[Role::PartnerAdmin]).await;
    let link = session::make(&test, test.account, EMAIL).await.unwrap();
    let token = session::sign_in(&test, link.text(), None, &Browser::default()).await.unwrap().token.text().to_owned();
    password::set(&test, &caller(&test, &token).await, Plain::new(GOOD)).await.unwrap();
    let mut tx = test.db.write().await.unwrap();
    sql("update account set needs_second_factor = 1").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (test, token)
}

async fn caller(test: &TestDomain, token: &str) -> Caller {
    session::caller(test, token).await.unwrap().expect("the session lives")
}

async fn is_dead(test: &TestDomain, token: &str) -> bool {
    session::caller(test, token).await.unwrap().is_none()
}

async fn by_password(test: &TestDomain) -> String {
    let signed_in = session::by_password(test, "A@f.example", Plain::new(GOOD), &Browser::default()).await.unwrap();
    signed_in.token.text().to_owned()
}

/// Sets an app up: what it is, and the session's new secret.
async fn enrol(test: &TestDomain, token: &str) -> (Totp, String) {
    let asks = caller(test, token).await;
    let (exchange, setup) = totp::begin(test, &asks).await.unwrap();
    let secret = Secret::try_from_base32(setup.secret.replace(' ', "")).unwrap();
    let app = Builder::new().with_secret(secret).build().unwrap();
    let signed_in = session::enrol_app(test, &asks, exchange.text(), &code(test, &app)).await.unwrap();
    (app, signed_in.token.text().to_owned())
}

fn code(test: &TestDomain, app: &Totp) -> String {
    app.generate(test.clock.seconds().unsigned_abs()).to_string()
}

#[tokio::test]
async fn one_factor_opens_nothing_but_ones_own_account_page() {
    let (test, _) = admin().await;
    let asks = caller(&test, &by_password(&test).await).await;
    for permission in Permission::ALL {
        let own = permission == Permission::OwnProfile;
        let denied = asks.may(permission).err();
        assert_eq!(denied, (!own).then_some(Denied::SecondFactor), "{permission:?}");
    }
    assert!(matches!(session::of(&test, &asks, asks.id().unwrap()).await, Err(Error::Denied(Denied::SecondFactor))));
}

#[tokio::test]
async fn setting_up_an_app_gives_the_second_factor_and_a_new_token() {
    let (test, old) = admin().await;
    let (_, token) = enrol(&test, &old).await;
    assert!(is_dead(&test, &old).await);
    assert!(caller(&test, &token).await.may_now(Permission::AssignRoles).is_ok());
}

#[tokio::test]
async fn a_code_opens_the_rest_once_and_kills_the_old_token() {
    let (test, first) = admin().await;
    let (app, _) = enrol(&test, &first).await;
    test.clock.advance(60);
    let old = by_password(&test).await;
    let asks = caller(&test, &old).await;
    assert!(session::second_by_code(&test, &asks, "000000").await.is_err());
    let right = code(&test, &app);
    let token = session::second_by_code(&test, &asks, &right).await.unwrap().token;
    assert!(is_dead(&test, &old).await);
    assert!(caller(&test, token.text()).await.may(Permission::ViewLicenses).is_ok());
    let again = caller(&test, &by_password(&test).await).await;
    assert!(session::second_by_code(&test, &again, &right).await.is_err(), "a code works once");
}

#[tokio::test]
async fn who_has_a_second_factor_gives_it_where_the_account_does_not_ask() {
    let (test, first) = admin().await;
    enrol(&test, &first).await;
    let mut tx = test.db.write().await.unwrap();
    sql("update account set needs_second_factor = 0").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let asks = caller(&test, &by_password(&test).await).await;
    assert_eq!(asks.may(Permission::ViewLicenses).err(), Some(Denied::SecondFactor));
}

#[tokio::test]
async fn a_link_does_not_skip_the_second_factor_and_a_recovery_code_gives_it() {
    let (test, first) = admin().await;
    let (_, token) = enrol(&test, &first).await;
    let codes = recovery::renew(&test, &caller(&test, &token).await).await.unwrap();
    let link = session::make(&test, test.account, EMAIL).await.unwrap();
    let signed_in = session::sign_in(&test, link.text(), None, &Browser::default()).await.unwrap();
    let asks = caller(&test, signed_in.token.text()).await;
    assert_eq!(asks.may(Permission::ViewLicenses).err(), Some(Denied::SecondFactor));
    let denied = password::set(&test, &asks, Plain::new("another good one here")).await;
    assert!(matches!(denied, Err(Error::Denied(Denied::SecondFactor))), "nor does it replace what else there is");
    let token = session::second_by_code(&test, &asks, &codes[0]).await.unwrap().token;
    assert!(caller(&test, token.text()).await.may(Permission::ViewLicenses).is_ok());
}

#[tokio::test]
async fn a_proof_is_fresh_for_ten_minutes_and_a_code_alone_does_not_renew_it() {
    let (test, first) = admin().await;
    let (app, token) = enrol(&test, &first).await;
    test.clock.advance(FRESH_MINUTES * 60 - 1);
    assert!(caller(&test, &token).await.may_now(Permission::AssignRoles).is_ok());
    test.clock.advance(1);
    let asks = caller(&test, &token).await;
    assert_eq!(asks.may_now(Permission::AssignRoles).err(), Some(Denied::NotFresh));

    let later = session::second_by_code(&test, &asks, &code(&test, &app)).await.unwrap().token.text().to_owned();
    let asks = caller(&test, &later).await;
    assert_eq!(asks.may_now(Permission::AssignRoles).err(), Some(Denied::NotFresh));

    let wrong = session::confirm_by_password(&test, &asks, Plain::new("a wrong password"), &Browser::default()).await;
    assert!(wrong.is_err());
    let fresh = session::confirm_by_password(&test, &asks, Plain::new(GOOD), &Browser::default()).await.unwrap();
    assert!(is_dead(&test, &later).await);
    assert!(caller(&test, fresh.token.text()).await.may_now(Permission::AssignRoles).is_ok());
}

#[tokio::test]
async fn a_password_leads_to_the_account_used_last() {
    let (test, _) = admin().await;
    let other = test.account("9000002", &[Program::CspDirect]).await;
    test.person(other, "b@f.example", &[Role::PartnerAdmin]).await;
    let person = caller(&test, &by_password(&test).await).await.id().unwrap();
    let mut tx = test.db.write().await.unwrap();
    let joined = "insert into membership (account_id, person_id, created_at, confirmed_at) values ($1, $2, 1, 1)";
    sql(joined).bind(other.0).bind(person.0).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(caller(&test, &by_password(&test).await).await.account(), test.account);
    test.clock.advance(60);
    let link = session::make(&test, other, EMAIL).await.unwrap();
    session::sign_in(&test, link.text(), None, &Browser::default()).await.unwrap();
    test.clock.advance(60);
    assert_eq!(caller(&test, &by_password(&test).await).await.account(), other);
}
