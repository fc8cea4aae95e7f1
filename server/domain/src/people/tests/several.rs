//! Several people at once, adding, links, exports, who can see, the emergency door.

use super::*;
use model::{BulkOutcome, BulkUpdate, Invalid, PersonState, Turn};

fn bulk_of(people: &[PersonId], role: Role, give: bool) -> BulkUpdate {
    BulkUpdate { people: people.to_vec(), role, give, until: None, reason: "quarter's end".into() }
}

fn invitation(email: &str, roles: &[Role], guest: bool) -> Invitation {
    let (email, name) = (email.to_owned(), "=Ann".to_owned());
    Invitation { email, name, guest, roles: roles.to_vec(), until: None, reason: "joins".into() }
}

#[tokio::test]
async fn all_of_several_are_changed_or_none_and_each_is_told_of() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let me = admin.id().unwrap();
    let a = test.person(test.account, "a@f.example", &[]).await.id().unwrap();
    let (guest, _) = invite(&test, &admin, &invitation("g@o.example", &[], true)).await.unwrap();
    let give = bulk_of(&[a, guest, me], Role::SalesAgent, true);
    let rows = bulk(&test, &admin, &give).await.unwrap();
    let of = |person| rows.iter().find(|row| row.id == person).unwrap().outcome;
    assert_eq!((of(a), of(guest), of(me)), (BulkOutcome::Changed, BulkOutcome::Guest, BulkOutcome::Changed));
    assert!(bulk(&test, &admin, &give).await.unwrap().iter().all(|row| row.outcome != BulkOutcome::Changed));

    // With the last admin among them nobody is changed; the same is said beforehand.
    bulk(&test, &admin, &bulk_of(&[guest], Role::PartnerAdmin, true)).await.unwrap();
    let everybody = bulk_of(&[me, guest], Role::PartnerAdmin, false);
    assert!(matches!(preview(&test, &admin, &everybody).await.unwrap_err(), Error::LastAdmin));
    assert!(matches!(bulk(&test, &admin, &everybody).await.unwrap_err(), Error::LastAdmin));
    assert_eq!(test.roles(test.account, guest).await, [Role::PartnerAdmin]);
    let stranger = PersonId(uuid::Uuid::nil());
    assert!(matches!(
        bulk(&test, &admin, &bulk_of(&[a, stranger], Role::AdminAgent, true)).await.unwrap_err(),
        Error::NotFound
    ));
    assert_eq!(test.roles(test.account, a).await, [Role::SalesAgent]);
}

#[tokio::test]
async fn an_invitation_lasts_a_week_and_the_list_says_how_people_stand() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (ann, secret) = invite(&test, &admin, &invitation("ann@f.example", &[Role::SalesAgent], false)).await.unwrap();
    let state = async || detail(&test, &admin, ann).await.unwrap().person.state;
    assert_eq!(state().await, PersonState::Invited);
    test.clock.advance(7 * 86_400 - 1);
    assert!(session::holder(&test, secret.text()).await.unwrap().is_some());
    test.clock.advance(1);
    assert!(session::holder(&test, secret.text()).await.unwrap().is_none());
    assert_eq!(state().await, PersonState::LinkExpired);
    let later = Caller::person(admin.visitor().unwrap().clone(), test.clock.now());
    let refused = link(&test, &later, ann).await.unwrap_err();
    assert!(matches!(refused, Error::Denied(Denied::NotFresh)), "links need a fresh sign-in");
    let fresh = link(&test, &Caller::host(test.account), ann).await.unwrap();
    session::sign_in(&test, fresh.text(), None, &session::Browser::default()).await.unwrap();
    assert_eq!(state().await, PersonState::Active);
    let active = PersonFilter { state: Some(PersonState::Active), ..PersonFilter::default() };
    assert_eq!(list(&test, &admin, &active).await.unwrap().len(), 2);
    let twice = invite(&test, &admin, &invitation("ANN@f.example", &[], false)).await.unwrap_err();
    assert!(matches!(twice, Error::Invalid(Invalid::Member)));
    let nobody = invite(&test, &admin, &invitation("ann", &[], false)).await.unwrap_err();
    assert!(matches!(nobody, Error::Invalid(Invalid::Person)));
}

#[tokio::test]
async fn only_an_admin_adds_people_makes_links_and_reads_who_has_what() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "c@f.example", &[Role::UserManagementAdmin, Role::GlobalAdmin]).await;
    let words = Words { header: [""; 12], role: Role::key, yes_no: ["yes", "no"] };
    assert!(invite(&test, &clerk, &invitation("x@f.example", &[], false)).await.is_err());
    assert!(link(&test, &clerk, admin.id().unwrap()).await.is_err());
    assert!(stand(&test, &clerk, admin.id().unwrap(), model::Standing::Disabled, "").await.is_err());
    assert!(preview(&test, &clerk, &bulk_of(&[], Role::SalesAgent, true)).await.is_err());
    assert!(who(&test, &clerk).await.is_err());
    assert!(export(&test, &clerk, &words).await.is_err());
    assert!(export_who(&test, &clerk, &words).await.is_err());
    assert_eq!(own(&test, &clerk).await.unwrap().len(), 2, "their own roles they may see");
}

#[tokio::test]
async fn who_can_see_the_analytics_is_known_with_the_path() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    test.person(test.account, "c@f.example", &[Role::GlobalAdmin]).await;
    let (ann, _) = invite(&test, &admin, &invitation("ann@f.example", &[Role::PartnerAdmin], false)).await.unwrap();
    let viewers = who(&test, &admin).await.unwrap();
    assert_eq!(viewers.len(), 2);
    let viewer = viewers.iter().find(|viewer| viewer.person.id == ann).unwrap();
    assert_eq!((viewer.grant.by.as_deref(), viewer.grant.reason.as_str()), (Some("admin@f.example"), "joins"));
    let words = Words { header: ["h"; 12], role: Role::key, yes_no: ["yes", "no"] };
    let file = String::from_utf8(export_who(&test, &admin, &words).await.unwrap()).unwrap();
    assert!(file.contains("'=Ann,ann@f.example,no,invited,partner_admin,"), "no formula gets out: {file}");
    assert_eq!(file.lines().count(), 3);
    assert_eq!(export(&test, &admin, &words).await.unwrap().split(|b| *b == b'\n').count(), 5);
    let audited: i64 = sql("select count(*) from audit where action = 'exported'").scalar(&test.db).await.unwrap();
    assert_eq!(audited, 2);
    stand(&test, &admin, ann, model::Standing::Disabled, "").await.unwrap();
    assert_eq!(who(&test, &admin).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_emergency_door_makes_an_acting_admin() {
    let test = TestDomain::new().await;
    let (_, lost) = test.signed_in(test.account, "lost@f.example", &[]).await;
    stand(&test, &Caller::host(test.account), lost, model::Standing::Disabled, "").await.unwrap();
    for email in ["lost@f.example", "new@f.example"] {
        let secret = recover(&test, test.account, email).await.unwrap();
        let signed_in = session::sign_in(&test, secret.text(), None, &session::Browser::default()).await.unwrap();
        let caller = session::caller(&test, signed_in.token.text()).await.unwrap().unwrap();
        assert!(caller.may(model::Permission::ViewLicenses).is_ok(), "{email}");
    }
    let audited: i64 =
        sql("select count(*) from audit where action = 'account_recovered'").scalar(&test.db).await.unwrap();
    assert_eq!(audited, 2);
}

#[tokio::test]
async fn a_role_that_ends_soon_is_told_of_once_and_then_stands_as_expired() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let holder = test.person(test.account, "p@f.example", &[]).await;
    let person = holder.id().unwrap();
    let until = test.clock.now() + jiff::SignedDuration::from_hours(8 * 24);
    let wanted =
        RoleUpdate { until: [(Role::SalesAgent, Some(until))].into(), ..update(person, 0, &[Role::SalesAgent]) };
    update_roles(&test, &admin, &wanted).await.unwrap();
    assert_eq!(remind_due(&test).await.unwrap(), 0);
    test.clock.advance(86_400);
    assert_eq!(remind_due(&test).await.unwrap(), 1);
    assert_eq!(remind_due(&test).await.unwrap(), 0);
    let told = crate::notices::list(&test, &holder).await.unwrap();
    assert!(told.iter().any(|notice| notice.news.key() == "grant_ends"));
    assert_eq!(detail(&test, &admin, person).await.unwrap().grants[0].until, Some(until));
    test.clock.advance(7 * 86_400);
    for _ in 0..2 {
        let detail = detail(&test, &admin, person).await.unwrap();
        assert_eq!((detail.history[0].turn, detail.history[0].at), (Turn::Expired, until));
        assert!(detail.grants.is_empty());
        expire_due(&test).await.unwrap();
    }
}
