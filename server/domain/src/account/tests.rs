use super::*;
use crate::{
    Error,
    access::{Caller, Denied},
    db::sql,
    people::{self, Added, NewPerson},
    session::{self, Browser},
    testing::TestDomain,
};
use model::{AccountId, AccountName, Permission, Program, Role, Settings};

/// A person with the role in the first account and `roles` in the second, signed in to the first; and the second.
async fn in_both(test: &TestDomain, roles: &[Role]) -> (Caller, AccountId) {
    let here = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let new = NewPerson { email: "a@f.example".into(), name: "A".into(), roles: roles.to_vec() };
    let Added::Link(link) = people::add(test, other, &new).await.unwrap() else { panic!() };
    session::sign_in(test, link.text(), None, &Browser::default()).await.unwrap();
    (here, other)
}

async fn write(test: &TestDomain, change: &'static str) {
    let mut tx = test.db.write().await.unwrap();
    sql(change).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn switched(test: &TestDomain, caller: &Caller, to: AccountId) -> Caller {
    let signed_in = switch(test, caller, to).await.unwrap();
    session::caller(test, signed_in.token.text()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_switch_leads_to_the_other_account_with_the_rights_there() {
    let test = TestDomain::new().await;
    let (here, other) = in_both(&test, &[]).await;
    assert!(here.may(Permission::ViewLicenses).is_ok());
    let there = switched(&test, &here, other).await;
    assert_eq!((there.account(), there.id()), (other, here.id()));
    assert!(matches!(there.may(Permission::ViewLicenses), Err(Denied::Role(_))), "no role comes along");
    assert_eq!(there.visitor().unwrap().fresh_until, here.visitor().unwrap().fresh_until, "nothing becomes fresher");
    let others = &there.visitor().unwrap().others;
    assert_eq!(others, &[AccountName { id: test.account, name: "9000001".into() }]);
    assert!(switch(&test, &here, other).await.is_err(), "the session before has ended");
}

#[tokio::test]
async fn only_confirmed_and_enabled_members_get_in() {
    let test = TestDomain::new().await;
    let (here, other) = in_both(&test, &[]).await;
    let stranger = test.account("9100002", &[Program::CspDirect]).await;
    let nowhere = AccountId(uuid::Uuid::nil());
    for refused in [stranger, nowhere] {
        assert!(matches!(switch(&test, &here, refused).await, Err(Error::NotFound)));
    }
    for closed in [
        "update membership set disabled_at = 1",
        "update membership set disabled_at = null, removed_at = 1",
        "update membership set removed_at = null, confirmed_at = null",
    ] {
        write(&test, closed).await;
        assert!(matches!(switch(&test, &here, other).await, Err(Error::NotFound)), "{closed}");
        assert!(others(&test.db, here.id().unwrap(), test.account).await.unwrap().is_empty(), "{closed}");
    }
}

#[tokio::test]
async fn switching_to_and_fro_makes_no_session_longer() {
    let test = TestDomain::new().await;
    let (here, other) = in_both(&test, &[]).await;
    let end = "select max(expires_at) from session where ended_at is null";
    write(
        &test,
        "update session set ended_at = 1 where account_id <> (select id from account where mpn_id = '9000001')",
    )
    .await;
    let before: i64 = sql(end).scalar(&test.db).await.unwrap();
    test.clock.advance(15 * 60);
    let back = switched(&test, &switched(&test, &here, other).await, test.account).await;
    assert_eq!(back.account(), test.account);
    let after: i64 = sql(end).scalar(&test.db).await.unwrap();
    assert_eq!(after, before);
    assert!(matches!(back.may_now(Permission::AssignRoles), Err(Denied::NotFresh)));
}

#[tokio::test]
async fn the_other_accounts_second_factor_is_demanded_there() {
    let test = TestDomain::new().await;
    let (here, other) = in_both(&test, &[Role::PartnerAdmin]).await;
    write(&test, "update account set needs_second_factor = 1 where mpn_id = '9100001'").await;
    let there = switched(&test, &here, other).await;
    assert!(matches!(there.may(Permission::ViewLicenses), Err(Denied::SecondFactor)));
    write(&test, "update session set second_factor_at = 1").await;
    let here = switched(&test, &there, test.account).await;
    assert!(switched(&test, &here, other).await.may(Permission::ViewLicenses).is_ok(), "given once, it comes along");
}

#[tokio::test]
async fn each_accounts_trail_tells_its_own_half() {
    let test = TestDomain::new().await;
    let (here, other) = in_both(&test, &[]).await;
    switched(&test, &here, other).await;
    let rows: Vec<(String, String)> = sql(
        "select a.mpn_id, t.action from audit t join account a on a.id = t.account_id where t.details like '%switch%' order by 1",
    )
    .fetch_all(&test.db)
    .await
    .unwrap();
    assert_eq!(rows, [("9000001".to_owned(), "sign_out".to_owned()), ("9100001".to_owned(), "sign_in".to_owned())]);
}

fn new() -> Settings {
    Settings { name: "New".into(), second_factor: false, idle_minutes: 5, session_hours: 1, keep_days: 30 }
}

#[tokio::test]
async fn settings_are_changed_and_the_trail_keeps_what_was_before() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    change(&test, &admin, &new()).await.unwrap();
    change(&test, &admin, &new()).await.unwrap();
    let seen = settings(&test, &admin).await.unwrap();
    assert_eq!(
        (seen.settings, seen.mpn_id.as_str(), &seen.programs[..]),
        (new(), "9000001", &[Program::CspDirect][..])
    );
    let rows: Vec<String> =
        sql("select details from audit where action = 'setting_changed'").scalars(&test.db).await.unwrap();
    assert_eq!(rows.len(), 1, "what does not change is not told");
    assert!(
        rows[0].contains(r#""idle_minutes":{"new":5,"old":30}"#) && !rows[0].contains("second_factor"),
        "{}",
        rows[0]
    );
}

#[tokio::test]
async fn settings_are_for_partner_admins_who_just_proved_it_and_within_bounds() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "clerk@f.example", &[Role::AccountAdmin]).await;
    assert!(matches!(settings(&test, &clerk).await, Err(Error::Denied(_))));
    assert!(matches!(change(&test, &clerk, &new()).await, Err(Error::Denied(_))));
    let visitor = admin.visitor().unwrap().clone();
    let stale = Caller::person(visitor.clone(), visitor.fresh_until);
    assert!(matches!(change(&test, &stale, &new()).await, Err(Error::Denied(Denied::NotFresh))));
    let wrong = [
        Settings { name: " ".into(), ..new() },
        Settings { idle_minutes: 4, ..new() },
        Settings { session_hours: 169, ..new() },
        Settings { keep_days: 0, ..new() },
    ];
    for wrong in wrong {
        assert!(matches!(change(&test, &admin, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_second_factor_is_not_demanded_while_no_admin_has_one() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let strict = Settings { second_factor: true, ..new() };
    assert!(matches!(change(&test, &admin, &strict).await, Err(Error::LastAdmin)));
    assert_eq!(settings(&test, &admin).await.unwrap().settings.name, "9000001", "nothing has changed");
    write(&test, "insert into totp (person_id, secret, created_at, confirmed_at) select id, token_hash, 1, 1 from person, (select token_hash from session limit 1) s").await;
    change(&test, &admin, &strict).await.unwrap();
}

#[tokio::test]
async fn other_programs_act_at_the_next_request() {
    let test = TestDomain::new().await;
    let (token, _) = test.signed_in(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    for (programs, opens) in [([Program::Mpn], false), ([Program::CspIndirectReseller], true)] {
        set_programs(&test, test.account, &programs.into()).await.unwrap();
        let caller = session::caller(&test, token.text()).await.unwrap().unwrap();
        assert_eq!(caller.may(Permission::ViewLicenses).is_ok(), opens, "{programs:?}");
    }
    let told: String = sql("select details from audit where action = 'setting_changed' order by seq desc limit 1")
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(told, r#"{"programs":{"new":["csp-indirect-reseller"],"old":["mpn"]}}"#);
}
