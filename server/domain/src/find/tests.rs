use super::find;
use crate::{
    access::Caller,
    testing::TestDomain,
    views::{self, NewView},
};
use model::{Found, Program, Role};

const HEAD: &str =
    "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold";

/// A file with so many customers, called as they are numbered.
fn customers(names: &[&str]) -> String {
    let row = |(n, name): (usize, &&str)| {
        format!("2026-10-01,o365,reseller,00000000-0000-4000-8000-{n:012x},{name},E3,1,2\n")
    };
    format!("{HEAD}\n{}", names.iter().enumerate().map(row).collect::<String>())
}

fn names(found: &Found) -> (Vec<&str>, Vec<&str>) {
    let customers = found.customers.iter().map(|it| it.name.as_str());
    (customers.collect(), found.people.iter().map(|it| it.name.as_str()).collect())
}

#[tokio::test]
async fn customers_and_people_are_found_by_any_part_in_any_script() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "ada@wood.example", &[Role::PartnerAdmin]).await;
    test.import(&admin, &customers(&["Elm Wood", "Woodgrove", "臺灣木業", "ÉCLAIR"])).await;
    let found = find(&test, &admin, " WOOD ").await.unwrap();
    assert_eq!(names(&found), (vec!["Woodgrove", "Elm Wood"], vec!["ada@wood.example"]), "first what begins so");
    assert_eq!(names(&find(&test, &admin, "木").await.unwrap()).0, ["臺灣木業"]);
    assert_eq!(names(&find(&test, &admin, "éclair").await.unwrap()).0, ["ÉCLAIR"]);
    assert_eq!(names(&find(&test, &admin, "8000-000000000001").await.unwrap()).0, ["Woodgrove"], "by tenant");
    assert_eq!(find(&test, &admin, "  ").await.unwrap(), Found::default());
}

#[tokio::test]
async fn a_customer_is_found_by_domain() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "ada@f.example", &[Role::PartnerAdmin]).await;
    let mut tx = test.db.write().await.unwrap();
    let customer = "insert into customer (account_id, id, tenant, name, domain, named_in)
                    values ($1, 1, 't', 'Elm', 'Woods.onmicrosoft.example', '2026-10-01')";
    crate::db::sql(customer).bind(test.account.0).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(names(&find(&test, &admin, "woods.on").await.unwrap()).0, ["Elm"]);
}

#[tokio::test]
async fn eight_of_a_kind_are_enough() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    test.import(&admin, &customers(&["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"])).await;
    for n in 0..9 {
        test.person(test.account, &format!("c{n}@f.example"), &[]).await;
    }
    let found = find(&test, &admin, "c").await.unwrap();
    assert_eq!((found.customers.len(), found.people.len()), (8, 8));
}

#[tokio::test]
async fn one_s_own_views_are_found_and_come_first_of_all() {
    let test = TestDomain::new().await;
    let ann = test.person(test.account, "ann@f.example", &[Role::PartnerAdmin]).await;
    let bob = test.person(test.account, "bob@f.example", &[Role::PartnerAdmin]).await;
    for name in ["Wood, low", "Rest"] {
        let new = NewView { name: name.into(), page: "/activity".into(), ..NewView::default() };
        views::save(&test, &ann, &new).await.unwrap();
    }
    let names = async |caller, typed| {
        let views = find(&test, caller, typed).await.unwrap().views.into_iter();
        views.map(|view| view.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&ann, "").await, ["Rest", "Wood, low"]);
    assert_eq!(names(&ann, "wood").await, ["Wood, low"]);
    assert!(names(&bob, "").await.is_empty());
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_open() {
    let test = TestDomain::new().await;
    let host = Caller::host(test.account);
    test.import(&host, &customers(&["Elm Wood"])).await;
    let clerk = test.person(test.account, "wood@f.example", &[Role::BillingAdmin]).await;
    assert_eq!(find(&test, &clerk, "wood").await.unwrap(), Found::default(), "neither customers nor people");
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let foreign = test.person(other, "foreign@n.example", &[Role::PartnerAdmin]).await;
    assert_eq!(find(&test, &foreign, "wood").await.unwrap(), Found::default(), "another account's");
    let network = test.account("9200001", &[Program::Mpn]).await;
    let admin = test.person(network, "wood@m.example", &[Role::PartnerAdmin]).await;
    let found = find(&test, &admin, "wood").await.unwrap();
    assert_eq!(names(&found), (vec![], vec!["wood@m.example"]), "people without customers");
}
