use super::{
    super::{export, list},
    answer, import, record, table,
};
use crate::{Error, export::Pieces, testing::TestDomain};
use model::{ActivityFilter, ActivityRow, Role};
use serde_json::Value;

fn keys(rows: &[ActivityRow]) -> Vec<&str> {
    rows.iter().map(|row| row.key.as_deref().unwrap_or("page")).collect()
}

#[tokio::test]
async fn every_filter_narrows_and_the_newest_come_first() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let mut second = record("b", "2026-10-27T23:16:35.2Z", "遠東紡織 _1%", "future_operation_x", "failed");
    second["resourceOldValue"] = "{\"Plan\": \"高級 \\\"E5\\\"\"}".into();
    second["userPrincipalName"] = Value::Null;
    second["applicationId"] = "Partner Center Native App".into();
    let api = [
        record("a", "2026-10-27T23:16:35.1Z", "Contoso", "create_order", "succeeded"),
        second,
        record("c", "2026-09-30T23:59:59Z", "", "add_user_member", "succeeded"),
        record("d", "2026-08-30T23:59:59Z", "Contoso", "create_order", "succeeded"),
    ];
    import(&test, &admin, &answer(&api)).await;
    import(&test, &admin, &table(&[["10/1/2026, 1:00 AM", "Contoso", "Update Order", "Succeeded", "per = 100%"]]))
        .await;

    let page = list(&test, &admin, &ActivityFilter::default()).await.unwrap();
    assert_eq!(keys(&page.rows), ["b", "a", "page", "c"], "the month up to the newest record");
    assert_eq!((page.from, page.to), ("2026-09-28".parse().ok(), "2026-10-27".parse().ok()));
    assert_eq!(page.operations, ["add_user_member", "create_order", "future_operation_x", "update_order"]);
    assert_eq!(page.actors, ["Partner Center Native App", "agent@f.example"]);
    assert_eq!(page.rows[0].at_text, "2026-10-27T23:16:35.2Z");

    let all = ActivityFilter { from: "2026-01-01".parse().ok(), ..ActivityFilter::default() };
    let with = |field: fn(&mut ActivityFilter) -> &mut String, value: &str| {
        let mut filter = all.clone();
        *field(&mut filter) = value.into();
        filter
    };
    for (filter, expected) in [
        (all.clone(), &["b", "a", "page", "c", "d"][..]),
        (ActivityFilter { to: "2026-08-30".parse().ok(), ..all.clone() }, &["d"]),
        (with(|it| &mut it.customer, "CONTO"), &["a", "page", "d"]),
        (with(|it| &mut it.customer, "遠東"), &["b"]),
        (with(|it| &mut it.customer, "遠東紡織"), &["b"]),
        (with(|it| &mut it.customer, "_1%"), &["b"]),
        (with(|it| &mut it.customer, "o_t"), &[]),
        (with(|it| &mut it.group, "order"), &["a", "page", "d"]),
        (with(|it| &mut it.group, "other"), &["b"]),
        (with(|it| &mut it.operation, "create_order"), &["a", "d"]),
        (with(|it| &mut it.actor, "Partner Center Native App"), &["b"]),
        (with(|it| &mut it.status, "failed"), &["b"]),
        (with(|it| &mut it.search, "\"quantity\": 78"), &["b", "a", "c", "d"]),
        (with(|it| &mut it.search, "100%"), &["page"]),
        (with(|it| &mut it.search, "高級"), &["b"]),
        (with(|it| &mut it.search, "partneronrecord"), &["b", "a", "c", "d"]),
        (with(|it| &mut it.search, "7"), &["b", "a", "c", "d"]),
        (with(|it| &mut it.search, "'; drop table activity; --"), &[]),
        (ActivityFilter { customer: "Contoso".into(), search: "Quantity".into(), ..all.clone() }, &["a", "d"]),
        // A word among the few records of a value, and of one that has more of them than are read one by one.
        (ActivityFilter { status: "failed".into(), search: "quantity".into(), ..all.clone() }, &["b"]),
        (ActivityFilter { status: "failed".into(), search: "100%".into(), ..all.clone() }, &[]),
        (ActivityFilter { status: "succeeded".into(), search: "quantity".into(), ..all.clone() }, &["a", "c", "d"]),
        (ActivityFilter { actor: "agent@f.example".into(), search: "100%".into(), ..all.clone() }, &["page"]),
        (ActivityFilter { operation: "create_order".into(), customer: "tos".into(), ..all.clone() }, &["a", "d"]),
    ] {
        let found = list(&test, &admin, &filter).await.unwrap();
        assert_eq!(keys(&found.rows), expected, "{filter:?}");
    }
}

#[tokio::test]
async fn pages_and_exports_hold_each_record_once() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let record = |n: usize| record(&format!("r{n}"), "2026-10-27T23:16:35Z", "Contoso", "create_order", "succeeded");
    let records: Vec<Value> = (0..120).map(record).collect();
    import(&test, &admin, &answer(&records)).await;
    let mut filter = ActivityFilter::default();
    let mut seen = Vec::new();
    loop {
        let page = list(&test, &admin, &filter).await.unwrap();
        assert!(page.rows.len() <= 50);
        seen.extend(page.rows.into_iter().map(|row| row.id));
        let Some(older) = page.older else { break };
        filter.before = Some(older);
    }
    assert!(seen.len() == 120 && seen.is_sorted_by(|a, b| a > b), "{seen:?}");

    let mut file = export(&test, &admin, &ActivityFilter::default()).await.unwrap();
    let all: Vec<i64> = file.next().await.unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(all, seen);
    assert!(file.next().await.unwrap().is_empty());
    let told: i64 = crate::db::sql("select count(*) from audit where action = 'exported' and subject = 'activity'")
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(told, 1);
}

#[tokio::test]
async fn customers_lead_to_their_pages_and_accounts_see_their_own() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let licences = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n\
        2026-10-01,o365,reseller,0a1b2c3d-0000-0000-0000-000000000001,Contoso,E3,7,9\n\
        2026-10-01,o365,reseller,0a1b2c3d-0000-0000-0000-000000000002,Twins,E3,7,9\n\
        2026-10-01,o365,reseller,0a1b2c3d-0000-0000-0000-000000000003,Twins,E3,7,9\n";
    import(&test, &admin, licences).await;
    import(&test, &admin, &answer(&[record("a", "2026-10-27T23:16:35.1Z", "Renamed", "create_order", "succeeded")]))
        .await;
    let page =
        ["Contoso", "Twins", "Nobody"].map(|name| ["10/27/2026, 1:00 AM", name, "Update Order", "Succeeded", ""]);
    import(&test, &admin, &table(&page)).await;
    let mut tenants: Vec<_> = list(&test, &admin, &ActivityFilter::default())
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|row| (row.customer, row.tenant))
        .collect();
    tenants.sort();
    let contoso = Some("0a1b2c3d-0000-0000-0000-000000000001".to_owned());
    let expected = [("Contoso", contoso.clone()), ("Nobody", None), ("Renamed", contoso), ("Twins", None)];
    assert_eq!(tenants, expected.map(|(name, tenant)| (name.to_owned(), tenant)));

    let other = test.account("9000002", &[model::Program::CspDirect]).await;
    let other = test.person(other, "b@f.example", &[Role::PartnerAdmin]).await;
    assert!(list(&test, &other, &ActivityFilter::default()).await.unwrap().rows.is_empty());
    let colleague = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(list(&test, &colleague, &ActivityFilter::default()).await, Err(Error::Denied(_))));
    assert!(matches!(export(&test, &colleague, &ActivityFilter::default()).await, Err(Error::Denied(_))));
}
