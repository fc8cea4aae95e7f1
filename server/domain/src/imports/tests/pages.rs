//! Answers of several pages.

use super::{super::undo, *};

/// A page of licence rows; a row is a customer and its licences.
fn page(month: &str, rows: &[(u32, i64)], next: bool, of: u64) -> String {
    let row = |(customer, sold): &(u32, i64)| {
        format!(
            r#"{{"processedDateTime":"{month}-01T00:00:00","serviceCode":"o365","customerTenantId":"00000000-0000-4000-8000-{customer:012}","productName":"E3","licensesSold":{sold},"licensesDeployed":1}}"#
        )
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let next = if next { r#""/v1/next""# } else { "null" };
    format!(r#"{{"Value":[{}],"@nextLink":{next},"TotalCount":{of}}}"#, rows.join(","))
}

#[tokio::test]
async fn pages_change_nothing_until_all_are_there_in_whatever_order() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    import(&test, &admin, &deployment(&[("2026-10", 9, "E3", 1, 100)])).await;
    let before = [("2026-10".into(), Some(100))];
    let last = import(&test, &admin, &page("2026-10", &[(5, 16)], false, 5)).await;
    assert_eq!((last.state, last.rows, last.dataset), (ImportState::Waiting, 1, Some(Dataset::LicenseDeployment)));
    let first = page("2026-10", &[(1, 1), (2, 2)], true, 5);
    assert_eq!(import(&test, &admin, &first).await.state, ImportState::Waiting);
    assert_eq!(import(&test, &admin, &first).await.state, ImportState::Repeated, "the same page");
    let twice = import(&test, &admin, &page("2026-10", &[(1, 1), (2, 2)], true, 5).replace("v1", "v2")).await;
    assert_eq!(twice.state, ImportState::Waiting, "the same rows in other bytes are no page more");
    assert_eq!(import(&test, &admin, &page("2026-09", &[(3, 4), (4, 8)], true, 5)).await.state, ImportState::Waiting);
    assert_eq!(import(&test, &admin, &page("2026-10", &[(3, 4), (4, 8)], true, 6)).await.state, ImportState::Waiting);
    assert_eq!(sold(&test, &admin).await, before, "pages of other answers are not counted");

    let whole = import(&test, &admin, &page("2026-10", &[(3, 4), (4, 8)], true, 5)).await;
    assert_eq!((whole.state, whole.rows, whole.months.len()), (ImportState::Done, 5, 1));
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(31))]);
    let page = one(&test, &admin, last.id).await.unwrap();
    assert_eq!((page.state, page.can_undo), (ImportState::Done, false));
    assert!(matches!(page.notes[..], [ImportNote::Joined { import, .. }] if import == whole.id));

    undo(&test, &admin, whole.id).await.unwrap();
    assert_eq!(sold(&test, &admin).await, before);
    assert_eq!(one(&test, &admin, last.id).await.unwrap().state, ImportState::Undone);
}

#[tokio::test]
async fn pages_that_come_at_once_find_each_other() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let pages: Vec<String> = (1..=4).map(|n| page("2026-10", &[(n, 10)], n < 4, 4)).collect();
    let states = Box::pin(at_once(&test, &admin, &pages)).await;
    assert_eq!(states.iter().filter(|state| **state == ImportState::Done).count(), 1, "{states:?}");
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(40))]);
}

async fn at_once(test: &TestDomain, admin: &Caller, pages: &[String]) -> Vec<ImportState> {
    let [a, b, c, d] = pages else { panic!() };
    let (a, b, c, d) =
        tokio::join!(import(test, admin, a), import(test, admin, b), import(test, admin, c), import(test, admin, d));
    [a, b, c, d].map(|import| import.state).to_vec()
}
