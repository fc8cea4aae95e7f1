use super::{NewView, change, list, save};
use crate::{Error, access::Caller, people, testing::TestDomain};
use model::{Invalid, Program, Role, SavedView, Standing, ViewChange, ViewId};
use uuid::Uuid;

const LICENSES: &str = "/analytics/licenses";

fn new(name: &str, query: &str) -> NewView {
    NewView { name: name.into(), page: LICENSES.into(), query: query.into(), standard: false }
}

async fn names(test: &TestDomain, caller: &Caller) -> Vec<(String, bool)> {
    list(test, caller).await.unwrap().into_iter().map(|view| (view.name, view.standard)).collect()
}

#[tokio::test]
async fn a_view_is_kept_renamed_and_taken_away() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[Role::PartnerAdmin]).await;
    let view = save(&test, &ann, &new("  Taiwan, low ", "?market=Taiwan&page=3&usage=0-20&saved")).await.unwrap();
    assert_eq!(view.address(), "/analytics/licenses?market=Taiwan&usage=0-20", "without what passes");
    save(&test, &ann, &new("all", "")).await.unwrap();
    let held = list(&test, &ann).await.unwrap();
    assert_eq!(held.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["all", "Taiwan, low"]);
    assert_eq!(held[0].address(), "/analytics/licenses?all");
    change(&test, &ann, view.id, &ViewChange::Rename("臺灣".into())).await.unwrap();
    assert_eq!(names(&test, &ann).await[1].0, "臺灣");
    let again = save(&test, &ann, &new("臺灣", "market=Taiwan")).await.unwrap();
    let held = list(&test, &ann).await.unwrap();
    assert!(held.len() == 2 && held[1] == again, "the same name on the same page is the same view: {held:?}");
    change(&test, &ann, again.id, &ViewChange::Delete).await.unwrap();
    assert_eq!(names(&test, &ann).await.len(), 1);
    let gone = change(&test, &ann, again.id, &ViewChange::Delete).await;
    assert!(matches!(gone, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_page_opens_with_one_view_at_most() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[]).await;
    let one = save(&test, &ann, &NewView { standard: true, ..new("1", "usage=0-20") }).await.unwrap();
    let two = save(&test, &ann, &NewView { standard: true, ..new("2", "usage=20-40") }).await.unwrap();
    let log = NewView { page: "/activity".into(), standard: true, ..new("3", "status=failed") };
    save(&test, &ann, &log).await.unwrap();
    let is = |views: [(&str, bool); 3]| views.map(|(name, standard)| (name.to_owned(), standard));
    assert_eq!(names(&test, &ann).await, is([("3", true), ("1", false), ("2", true)]), "one for each page");
    change(&test, &ann, one.id, &ViewChange::Standard).await.unwrap();
    change(&test, &ann, two.id, &ViewChange::NotStandard).await.unwrap();
    assert_eq!(names(&test, &ann).await, is([("3", true), ("1", true), ("2", false)]));
    change(&test, &ann, one.id, &ViewChange::NotStandard).await.unwrap();
    assert_eq!(names(&test, &ann).await, is([("3", true), ("1", false), ("2", false)]));
}

#[tokio::test]
async fn nobody_else_sees_or_changes_it_nor_the_same_person_in_another_account() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[Role::PartnerAdmin]).await;
    let bob = test.person(test.account, "bob@f.example", &[Role::PartnerAdmin]).await;
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let elsewhere = test.person(other, "ann@f.example", &[Role::PartnerAdmin]).await;
    let view = save(&test, &ann, &new("mine", "usage=0-20")).await.unwrap();
    for stranger in [&bob, &elsewhere] {
        assert_eq!(names(&test, stranger).await, []);
        for what in [ViewChange::Rename("x".into()), ViewChange::Standard, ViewChange::NotStandard, ViewChange::Delete]
        {
            let refused = change(&test, stranger, view.id, &what).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{what:?}: {refused:?}");
        }
        save(&test, stranger, &NewView { standard: true, ..new("mine", "usage=20-40") }).await.unwrap();
    }
    assert_eq!(list(&test, &ann).await.unwrap(), [SavedView { standard: false, ..view }]);
    let host = Caller::host(test.account);
    assert!(list(&test, &host).await.unwrap().is_empty() && save(&test, &host, &new("x", "")).await.is_err());
}

#[tokio::test]
async fn what_is_no_view_is_refused() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[]).await;
    for name in ["", " ", "a\nb", &"x".repeat(81)] {
        let refused = save(&test, &ann, &new(name, "")).await.unwrap_err();
        assert!(matches!(refused, Error::Invalid(Invalid::ViewName)), "{name:?}");
    }
    save(&test, &ann, &new(&"臺".repeat(80), "")).await.unwrap();
    for page in [
        "",
        "/",
        "/users",
        "//x.example",
        "/analytics/",
        "/analytics/../users",
        "/analytics/a?b",
        "/activity/x",
        "javascript:x",
    ] {
        let refused = save(&test, &ann, &NewView { page: page.into(), ..new("x", "") }).await.unwrap_err();
        assert!(matches!(refused, Error::Invalid(Invalid::Request)), "{page}");
    }
    let long = format!("q={}", "x".repeat(4000));
    assert!(matches!(save(&test, &ann, &new("x", &long)).await, Err(Error::Invalid(Invalid::Request))));
    let view = save(&test, &ann, &new("odd", "q=%0d%0aSet-Cookie:x#y&q=\"<b>")).await.unwrap();
    assert!(view.query.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\"<>".contains(&byte)), "{}", view.query);
}

#[tokio::test]
async fn a_hundred_are_enough() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[]).await;
    for n in 0..100 {
        save(&test, &ann, &new(&format!("{n}"), "")).await.unwrap();
    }
    let refused = save(&test, &ann, &new("one more", "")).await.unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::TooManyViews)));
    save(&test, &ann, &new("7", "usage=0-20")).await.unwrap();
    assert_eq!(names(&test, &ann).await.len(), 100, "in place of the old one");
    let none = change(&test, &ann, ViewId(Uuid::nil()), &ViewChange::Delete).await;
    assert!(matches!(none, Err(Error::NotFound)));
}

#[tokio::test]
async fn who_is_removed_leaves_none_behind() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[Role::PartnerAdmin]).await;
    let bob = test.person(test.account, "bob@f.example", &[]).await;
    save(&test, &bob, &new("mine", "")).await.unwrap();
    people::stand(&test, &ann, bob.id().unwrap(), Standing::Removed, "").await.unwrap();
    let left: i64 = crate::db::sql("select count(*) from saved_view").scalar(&test.db).await.unwrap();
    assert_eq!(left, 0);
}
