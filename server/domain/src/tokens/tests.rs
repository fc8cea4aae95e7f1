use super::*;
use crate::{
    Error,
    access::{Caller, Denied},
    db::sql,
    testing::TestDomain,
};
use model::{Permission, Program, Role, TokenScope, TokenState};

const DAY: i64 = 24 * 60 * 60;

fn new(scopes: &[TokenScope]) -> NewToken {
    NewToken { name: "Power BI".into(), scopes: scopes.iter().copied().collect(), days: 90 }
}

/// A token of each scope, made by an MPN partner admin.
async fn made(test: &TestDomain, scopes: &[TokenScope]) -> (Caller, Made) {
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let made = make(test, &admin, &new(scopes)).await.unwrap();
    (admin, made)
}

async fn live(test: &TestDomain, made: &Made) -> Option<Caller> {
    caller(test, made.token.text(), None, "192.0.2.7").await.unwrap()
}

async fn write(test: &TestDomain, change: &'static str) {
    let mut tx = test.db.write().await.unwrap();
    sql(change).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_token_may_what_its_scopes_open_and_nothing_else() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    for scope in TokenScope::ALL {
        let made = make(&test, &admin, &new(&[scope])).await.unwrap();
        let holder = live(&test, &made).await.unwrap();
        assert_eq!((holder.account(), holder.id()), (test.account, admin.id()));
        assert!(holder.visitor().is_none(), "a token is nobody's session");
        for permission in Permission::ALL {
            // The account is a direct partner: only resellers are closed to it.
            let open = scope.opens(permission) && permission != Permission::ViewResellers;
            assert_eq!(holder.may(permission).is_ok(), open, "{scope:?} {permission:?}");
            assert!(holder.may_now(permission).is_err(), "nothing that needs a fresh proof");
        }
        for closed in [Permission::ApiTokens, Permission::AssignRoles, Permission::ManagePeople, Permission::OwnProfile]
        {
            assert_eq!(holder.may(closed).unwrap_err(), Denied::Scope);
        }
        assert!(make(&test, &holder, &new(&[scope])).await.is_err(), "a token makes no token");
    }
}

#[tokio::test]
async fn what_its_maker_loses_the_token_loses_at_its_next_request() {
    let test = TestDomain::new().await;
    let (_, made) = made(&test, &[TokenScope::Api]).await;
    assert!(live(&test, &made).await.unwrap().may(Permission::Export).is_ok());
    write(&test, "update role_grant set revoked_at = 1").await;
    assert!(matches!(live(&test, &made).await.unwrap().may(Permission::Export), Err(Denied::Role(_))));
    write(&test, "update role_grant set revoked_at = null, until_at = 1").await;
    assert!(live(&test, &made).await.unwrap().may(Permission::Export).is_err(), "the grant's end date has passed");
    write(&test, "update membership set disabled_at = 1").await;
    assert!(live(&test, &made).await.is_none());
}

#[tokio::test]
async fn an_account_that_demands_a_second_factor_demands_that_the_maker_has_one() {
    let test = TestDomain::new().await;
    let (admin, made) = made(&test, &[TokenScope::Api]).await;
    write(&test, "update account set needs_second_factor = 1").await;
    assert_eq!(live(&test, &made).await.unwrap().may(Permission::Export).unwrap_err(), Denied::SecondFactor);
    let mut tx = test.db.write().await.unwrap();
    sql("insert into totp (person_id, secret, created_at) values ($1, $2, 1)")
        .bind(admin.id().unwrap().0)
        .bind(vec![0_u8])
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(live(&test, &made).await.unwrap().may(Permission::Export).is_err(), "not confirmed yet");
    write(&test, "update totp set confirmed_at = 2").await;
    assert!(live(&test, &made).await.unwrap().may(Permission::Export).is_ok());
}

#[tokio::test]
async fn the_program_gate_holds_for_tokens() {
    let test = TestDomain::new().await;
    let reseller = test.account("9100001", &[Program::CspIndirectReseller]).await;
    let admin = test.person(reseller, "admin@n.example", &[Role::PartnerAdmin]).await;
    let made = make(&test, &admin, &new(&[TokenScope::Feed])).await.unwrap();
    assert!(matches!(live(&test, &made).await.unwrap().may(Permission::ReadFeed), Err(Denied::Program(_))));
}

#[tokio::test]
async fn a_token_dies_by_age_by_disuse_and_by_revoking() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let year = NewToken { days: 365, ..new(&[TokenScope::Api]) };
    let (old, unused) = (make(&test, &admin, &year).await.unwrap(), make(&test, &admin, &year).await.unwrap());
    let revoked = make(&test, &admin, &year).await.unwrap();
    revoke(&test, &admin, revoked.id).await.unwrap();
    revoke(&test, &admin, revoked.id).await.unwrap();
    assert!(live(&test, &revoked).await.is_none());
    for _ in 0..9 {
        assert!(live(&test, &old).await.is_some());
        test.clock.advance(40 * DAY);
    }
    assert!(live(&test, &unused).await.is_none(), "unused for 90 days");
    test.clock.advance(5 * DAY - 1);
    assert!(live(&test, &old).await.is_some());
    test.clock.advance(1);
    assert!(live(&test, &old).await.is_none());
    let states: Vec<_> = list(&test, &admin).await.unwrap().into_iter().map(|row| (row.id, row.state)).collect();
    assert!(states.contains(&(revoked.id, TokenState::Revoked)));
    assert!(states.contains(&(unused.id, TokenState::Expired)));
}

#[tokio::test]
async fn an_unused_token_is_listed_as_such() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    make(&test, &admin, &NewToken { days: 365, ..new(&[TokenScope::Api]) }).await.unwrap();
    assert_eq!(list(&test, &admin).await.unwrap()[0].state, TokenState::Live);
    test.clock.advance(90 * DAY);
    assert_eq!(list(&test, &admin).await.unwrap()[0].state, TokenState::Unused);
}

#[tokio::test]
async fn the_list_says_when_and_whence_it_was_used_and_never_what_it_is() {
    let test = TestDomain::new().await;
    let (admin, made) = made(&test, &[TokenScope::Feed, TokenScope::Api]).await;
    test.clock.advance(90);
    live(&test, &made).await.unwrap();
    let rows = list(&test, &admin).await.unwrap();
    assert_eq!((rows[0].name.as_str(), rows[0].by.as_str(), rows[0].own), ("Power BI", "admin@f.example", true));
    assert_eq!(rows[0].scopes, [TokenScope::Feed, TokenScope::Api]);
    assert_eq!(rows[0].last_used_at.unwrap().as_second() % 60, 0, "to the minute");
    assert_eq!(rows[0].last_ip, "192.0.2.7");
    assert!(made.token.text().ends_with(&rows[0].ending));
    assert!(!format!("{rows:?}").contains(made.token.text()));
    assert!(!format!("{made:?}").contains(made.token.text()), "nor does a log");
    let stored: Vec<u8> = sql("select token_hash from api_token").scalar(&test.db).await.unwrap();
    assert_eq!(stored, crate::secret::Secret::hash(made.token.text()));
}

#[tokio::test]
async fn the_user_name_must_be_the_tokens_own_id() {
    let test = TestDomain::new().await;
    let (admin, one) = made(&test, &[TokenScope::Api]).await;
    let other = make(&test, &admin, &new(&[TokenScope::Api])).await.unwrap();
    assert!(caller(&test, one.token.text(), Some(one.id), "").await.unwrap().is_some());
    assert!(caller(&test, one.token.text(), Some(other.id), "").await.unwrap().is_none());
}

#[tokio::test]
async fn a_token_in_an_address_is_revoked_and_the_trail_says_why() {
    let test = TestDomain::new().await;
    let (_, made) = made(&test, &[TokenScope::Api]).await;
    leaked(&test, "seat_guess").await.unwrap();
    assert!(live(&test, &made).await.is_some());
    leaked(&test, made.token.text()).await.unwrap();
    leaked(&test, made.token.text()).await.unwrap();
    assert!(live(&test, &made).await.is_none());
    let rows: Vec<String> =
        sql("select details from audit where action = 'token_revoked'").scalars(&test.db).await.unwrap();
    assert_eq!(rows, [r#"{"leaked":true,"name":"Power BI"}"#]);
}

#[tokio::test]
async fn only_partner_admins_who_just_proved_it_make_tokens() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "clerk@f.example", &[Role::GlobalAdmin]).await;
    assert!(matches!(make(&test, &clerk, &new(&[TokenScope::Api])).await, Err(Error::Denied(Denied::Role(_)))));
    assert!(list(&test, &clerk).await.is_err());
    let wrong = [
        NewToken { name: " ".into(), ..new(&[TokenScope::Api]) },
        NewToken { name: "x".repeat(101), ..new(&[TokenScope::Api]) },
        new(&[]),
        NewToken { days: 0, ..new(&[TokenScope::Api]) },
        NewToken { days: 366, ..new(&[TokenScope::Api]) },
    ];
    for wrong in wrong {
        assert!(matches!(make(&test, &admin, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
    }
    let stale = Caller::person(admin.visitor().unwrap().clone(), admin.visitor().unwrap().fresh_until);
    assert!(matches!(make(&test, &stale, &new(&[TokenScope::Api])).await, Err(Error::Denied(Denied::NotFresh))));
}

#[tokio::test]
async fn ones_own_token_is_revoked_at_once_anothers_after_a_fresh_proof_a_strangers_never() {
    let test = TestDomain::new().await;
    let (admin, first) = made(&test, &[TokenScope::Api]).await;
    let second = make(&test, &admin, &new(&[TokenScope::Api])).await.unwrap();
    let colleague = test.person(test.account, "b@f.example", &[]).await;
    write(&test, "update role_grant set role = 'partner_admin'").await;
    let mut both = colleague.visitor().unwrap().clone();
    both.roles = vec![Role::PartnerAdmin];
    let stale = Caller::person(both.clone(), both.fresh_until);
    assert!(matches!(revoke(&test, &stale, first.id).await, Err(Error::Denied(Denied::NotFresh))));
    let own = Caller::person(admin.visitor().unwrap().clone(), admin.visitor().unwrap().fresh_until);
    revoke(&test, &own, first.id).await.unwrap();
    revoke(&test, &Caller::person(both, test.clock.now()), second.id).await.unwrap();

    let other = test.account("9100001", &[Program::CspDirect]).await;
    let stranger = test.person(other, "x@n.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(revoke(&test, &stranger, second.id).await, Err(Error::NotFound)));
    assert!(list(&test, &stranger).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_host_makes_tokens_for_acting_admins_only() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    test.person(test.account, "clerk@f.example", &[Role::BillingAdmin]).await;
    for nobody in ["clerk@f.example", "who@f.example"] {
        let refused = make_on_host(&test, test.account, nobody, &new(&[TokenScope::Import])).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{nobody}");
    }
    let made = make_on_host(&test, test.account, "Admin@F.example", &new(&[TokenScope::Import])).await.unwrap();
    assert_eq!(live(&test, &made).await.unwrap().id(), admin.id());
    let actors: Vec<Option<uuid::Uuid>> =
        sql("select actor_id from audit where action = 'token_made'").scalars(&test.db).await.unwrap();
    assert_eq!(actors, [None], "the trail says that the host did it");
    revoke(&test, &Caller::host(test.account), made.id).await.unwrap();
    assert!(live(&test, &made).await.is_none());
}
