mod reading;

use super::{Counts, Days, count};
use crate::{
    Error,
    access::Caller,
    imports::{self, Incoming, Progress},
    testing::TestDomain,
};
use model::{BadCell, Dataset, ImportNote, ImportRow, ImportState, Role};
use serde_json::{Value, json};
use tokio::sync::watch;

/// A record of the API.
fn record(id: &str, at: &str, customer: &str, operation: &str, status: &str) -> Value {
    let mut record = json!({
        "id": id,
        "userPrincipalName": "agent@f.example",
        "resourceType": "order",
        "resourceOldValue": null,
        "resourceNewValue": "{\"Quantity\": 78}",
        "operationType": operation,
        "operationDate": at,
        "operationStatus": status,
        "customizedData": [{ "key": "PartnerOnRecord-0", "value": null }],
        "attributes": { "objectType": "AuditRecord" },
    });
    if !customer.is_empty() {
        record["customerId"] = "0A1B2C3D-0000-0000-0000-000000000001".into();
        record["customerName"] = customer.into();
    }
    record
}

fn answer(records: &[Value]) -> String {
    json!({ "totalCount": records.len(), "items": records, "attributes": { "objectType": "Collection" } }).to_string()
}

/// Rows of the vendor's page: time, customer, action, status, information.
fn table(rows: &[[&str; 5]]) -> String {
    let header = "\u{feff}Date-Time (UTC),Affected customer,Action,Performed by,Status,Additional information\n";
    let row = |[at, customer, action, status, information]: &[&str; 5]| {
        format!("\"{at}\",{customer},{action},agent@f.example,{status},\"{}\"\n", information.replace('"', "\"\""))
    };
    header.to_owned() + &rows.iter().map(row).collect::<String>()
}

async fn import(test: &TestDomain, caller: &Caller, file: &str) -> ImportRow {
    let incoming = Incoming::read(test, "log", &mut file.as_bytes()).unwrap();
    imports::run(test, caller, incoming, watch::channel(Progress::default()).0).await.unwrap()
}

/// The same two records, one more of the API, one more of the page, and one that each lists twice in a minute.
fn both() -> [String; 2] {
    let api = [
        record("a", "2026-10-27T23:16:35.1318767Z", "Contoso", "create_order", "succeeded"),
        record("b", "2026-10-27T23:09:42.9311467Z", "", "add_user_member", "succeeded"),
        record("c", "2026-10-26T01:00:00.5Z", "遠東", "future_operation_x", "failed"),
        record("d", "2026-10-05T12:00:01Z", "Contoso", "update_order", "succeeded"),
        record("e", "2026-10-05T12:00:59.9999999Z", "Contoso", "update_order", "succeeded"),
    ];
    let page = [
        ["10/27/2026, 11:16 PM", "Contoso", "Create Order", "Succeeded", "{\"Quantity\": 78}"],
        ["10/27/2026, 11:09 PM", "", "Add User Member", "Succeeded", ""],
        ["10/5/2026, 12:00 PM", "Contoso", "Update Order", "Succeeded", "first"],
        ["10/5/2026, 12:00 PM", "Contoso", "Update Order", "Succeeded", "second"],
        ["10/5/2026, 12:00 PM", "Contoso", "Update Order", "Succeeded", "third"],
        ["9/30/2026, 11:59 PM", "Contoso", "Update Order", "Failed", ""],
    ];
    [answer(&api), table(&page)]
}

#[tokio::test]
async fn page_and_api_tell_of_one_record_in_whatever_order_they_come() {
    let october = Days { from: Days::first("2026-10"), to: Days::last("2026-10") };
    for order in [[0, 1], [1, 0]] {
        let test = TestDomain::new().await;
        let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
        for file in order {
            let done = import(&test, &admin, &both()[file]).await;
            assert_eq!((done.state, done.dataset), (ImportState::Done, Some(Dataset::ActivityLog)), "{:?}", done.notes);
        }
        let counts = count(&test, &admin, october).await.unwrap();
        let by_operation =
            [("add_user_member", 1), ("create_order", 1), ("future_operation_x", 1), ("update_order", 3)];
        let by_operation = by_operation.map(|(operation, records)| (operation.to_owned(), records)).into();
        assert_eq!(counts, Counts { records: 6, failed: 1, by_operation, without_customer: 1 }, "{order:?}");
        let all = count(&test, &admin, Days::default()).await.unwrap();
        assert_eq!((all.records, all.failed), (7, 2));
        let day = Days { from: Days::first("2026-10-26"), to: Days::last("2026-10-26") };
        assert_eq!(count(&test, &admin, day).await.unwrap().records, 1);
    }
}

#[tokio::test]
async fn what_is_there_is_not_added_again() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let [api, page] = both();
    import(&test, &admin, &api).await;
    import(&test, &admin, &page).await;
    assert_eq!(import(&test, &admin, &api).await.state, ImportState::Repeated);
    // The same records in other bytes, and one more.
    let overlapping = answer(&[
        record("e", "2026-10-05T12:00:59.9999999Z", "Contoso", "update_order", "succeeded"),
        record("f", "2026-10-28T12:00:59.9999999Z", "Contoso", "update_order", "succeeded"),
    ]);
    let more = import(&test, &admin, &overlapping).await;
    assert_eq!(more.notes, [ImportNote::Records { new: 1, known: 1 }]);
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap().records, 8);
    let fresh = imports::freshness(&test, &admin).await.unwrap();
    let log = fresh.iter().find(|fresh| fresh.dataset == Dataset::ActivityLog).unwrap();
    assert_eq!((log.rows, log.oldest, log.newest), (8, "2026-09".parse().ok(), "2026-10".parse().ok()));

    // Another account's log is its own, also where ids would be the same.
    let other = test.account("9000002", &[model::Program::CspDirect]).await;
    let other = test.person(other, "b@f.example", &[Role::PartnerAdmin]).await;
    import(&test, &other, &page).await;
    assert_eq!(count(&test, &other, Days::default()).await.unwrap().records, 6);
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap().records, 8);
}

#[tokio::test]
async fn records_without_a_name_are_told_apart_by_what_they_say() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let nameless = |at| {
        let mut record = record("", at, "Contoso", "create_order", "succeeded");
        record.as_object_mut().unwrap().remove("id");
        record
    };
    let [one, two] = [nameless("2026-10-27T23:16:35.1Z"), nameless("2026-10-27T23:16:36.1Z")];
    // As a list, and as a single record.
    import(&test, &admin, &json!([one, two, one]).to_string()).await;
    let again = import(&test, &admin, &two.to_string()).await;
    assert_eq!(again.notes, [ImportNote::Records { new: 0, known: 1 }]);
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap().records, 2);
}

#[tokio::test]
async fn wrong_records_are_set_aside_and_can_be_mended() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let mut records: Vec<Value> = (0..39)
        .map(|n| record(&format!("r{n}"), "2026-10-27T23:16:35Z", "Contoso", "create_order", "succeeded"))
        .collect();
    records.push(record("bad", "yesterday", "Contoso", "create_order", "succeeded"));
    let done = import(&test, &admin, &answer(&records)).await;
    assert_eq!((done.state, done.rows, done.bad_rows), (ImportState::Done, 39, 1), "{:?}", done.notes);
    let file = imports::quarantine(&test, &admin, done.id).await.unwrap().unwrap();
    let bad = std::fs::read_to_string(file).unwrap();
    assert!(bad.contains("record 40, operationDate: not a date"), "{bad}");
    let mended = import(&test, &admin, &bad.replace("yesterday", "2026-10-27T23:16:35Z")).await;
    assert_eq!(mended.notes, [ImportNote::Records { new: 1, known: 0 }]);
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap().records, 40);

    let rows: Vec<[&str; 5]> = vec![["10/27/2026, 11:16 PM", "Fabrikam", "Create Order", "Succeeded", ""]; 30];
    let table = table(&rows) + "soon,Fabrikam,Create Order,agent@f.example,Succeeded,\n";
    let done = import(&test, &admin, &table).await;
    assert_eq!((done.rows, done.bad_rows), (30, 1), "{:?}", done.notes);
    let file = imports::quarantine(&test, &admin, done.id).await.unwrap().unwrap();
    let bad = std::fs::read_to_string(file).unwrap();
    assert!(bad.contains(BadCell::NotADate.english()), "{bad}");
    let mended = import(&test, &admin, &bad.replace("soon", "\"10/28/2026, 11:16 PM\"")).await;
    assert_eq!(mended.state, ImportState::Done, "{:?}", mended.notes);
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap().records, 71);
}

#[tokio::test]
async fn other_documents_and_broken_ones_are_refused_whole() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let cut = answer(&[record("a", "2026-10-27T23:16:35Z", "Contoso", "create_order", "succeeded")]);
    let long = record("a", "2026-10-27T23:16:35Z", &"x".repeat(2 << 20), "create_order", "succeeded").to_string();
    for file in ["{\"message\": \"The request is invalid.\"}", "[1, 2]", "{\"a\"", "[", &cut[..cut.len() - 70], &long] {
        let refused = import(&test, &admin, file).await;
        assert_eq!(refused.state, ImportState::Refused, "{file:.60}");
        let [note] = &refused.notes[..] else { panic!("{refused:?}") };
        let told =
            matches!(note, ImportNote::NotText { .. } | ImportNote::TooLarge { .. } | ImportNote::Unknown { .. });
        assert!(told, "{refused:?}");
    }
    assert_eq!(count(&test, &admin, Days::default()).await.unwrap(), Counts::default());
    let nothing = import(&test, &admin, "{\"totalCount\": 0, \"items\": []}").await;
    assert_eq!(nothing.state, ImportState::Done);
}

#[tokio::test]
async fn who_may_not_see_it_does_not() {
    let test = TestDomain::new().await;
    let colleague = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(count(&test, &colleague, Days::default()).await, Err(Error::Denied(_))));
}
