//! Reading the trail: newest first, narrowed, page by page, and as a file.

use super::super::{Action, PAGE, Told, export, list, record};
use crate::{Error, access::Caller, export::Pieces, testing::TestDomain};
use model::{AuditFilter, Program, Role};
use serde_json::json;

/// A trail about two people, a row a day from 2026-01-01 on.
async fn written(test: &TestDomain) -> (Caller, Caller) {
    let admin = test.person(test.account, "pat@f.example", &[Role::PartnerAdmin]).await;
    let other = test.person(test.account, "林美玲@f.example", &[]).await;
    let mut tx = test.db.write().await.unwrap();
    for day in 0..120 {
        let at = 1_767_225_600 + day * 86_400;
        let (action, subject) = if day % 2 == 0 { (Action::SignOut, &other) } else { (Action::SessionsEnded, &admin) };
        let subject = subject.id().unwrap().to_string();
        record(&mut tx, at, test.account, admin.id(), action, &subject, &json!({ "reason": "100 %" })).await.unwrap();
    }
    tx.commit().await.unwrap();
    (admin, other)
}

async fn found(test: &TestDomain, caller: &Caller, filter: &AuditFilter) -> Vec<Told> {
    list(test, caller, filter).await.unwrap().rows
}

#[tokio::test]
async fn pages_follow_each_other_without_gaps() {
    let test = TestDomain::new().await;
    let (admin, _) = written(&test).await;
    let (mut filter, mut all) = (AuditFilter::default(), Vec::new());
    loop {
        let page = list(&test, &admin, &filter).await.unwrap();
        assert!(page.rows.len() <= PAGE);
        all.extend(page.rows.iter().map(|row| row.seq));
        filter.before = page.older;
        if page.older.is_none() {
            break;
        }
    }
    let newest = all[0];
    assert_eq!(all, (1..=newest).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn each_filter_narrows_and_names_are_told() {
    let test = TestDomain::new().await;
    let (admin, other) = written(&test).await;
    let days = AuditFilter { from: "2026-01-02".parse().ok(), to: "2026-01-03".parse().ok(), ..AuditFilter::default() };
    let rows = found(&test, &admin, &days).await;
    let told = |row: &Told| (row.at.to_string(), row.action.clone(), row.subject_name.clone().unwrap());
    assert_eq!(
        rows.iter().map(told).collect::<Vec<_>>(),
        [
            ("2026-01-03T00:00:00Z".into(), "sign_out".into(), "林美玲@f.example".into()),
            ("2026-01-02T00:00:00Z".into(), "sessions_ended".into(), "pat@f.example".into()),
        ]
    );
    assert_eq!(rows[0].actor_name.as_deref(), Some("pat@f.example"));
    let by = AuditFilter { action: "sessions_ended".into(), ..days.clone() };
    assert_eq!(found(&test, &admin, &by).await.len(), 1);
    let about = AuditFilter { person: other.id(), ..days.clone() };
    assert_eq!(found(&test, &admin, &about).await.len(), 1, "as whom it was done to");
    let who = AuditFilter { person: admin.id(), ..days.clone() };
    assert_eq!(found(&test, &admin, &who).await.len(), 2, "as who did it, too");
    for (search, count) in [("美", 1), ("PAT@", 1), ("%", 0), ("f_example", 0), ("nobody", 0)] {
        let search = AuditFilter { search: search.into(), ..days.clone() };
        assert_eq!(found(&test, &admin, &search).await.len(), count, "{search:?}");
    }
}

#[tokio::test]
async fn a_file_has_exactly_what_the_filter_finds_and_the_export_is_on_record() {
    let test = TestDomain::new().await;
    let (admin, other) = written(&test).await;
    let filter = AuditFilter { action: "sign_out".into(), ..AuditFilter::default() };
    let mut file = export(&test, &admin, &filter).await.unwrap();
    let mut rows = Vec::new();
    loop {
        let piece = file.next().await.unwrap();
        if piece.is_empty() {
            break;
        }
        rows.extend(piece);
    }
    assert_eq!(rows.len(), 60);
    let mut everything = export(&test, &admin, &AuditFilter::default()).await.unwrap();
    assert!(everything.next().await.unwrap()[0].action == "exported", "the one before is in it, its own is not");
    let exported = AuditFilter { action: "exported".into(), ..AuditFilter::default() };
    assert_eq!(found(&test, &admin, &exported).await.len(), 2);
    assert!(matches!(export(&test, &other, &filter).await, Err(Error::Denied(_))));
    assert!(matches!(list(&test, &other, &filter).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn another_accounts_trail_stays_its_own() {
    let test = TestDomain::new().await;
    written(&test).await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let stranger = test.person(other, "a@n.example", &[Role::PartnerAdmin]).await;
    let page = list(&test, &stranger, &AuditFilter::default()).await.unwrap();
    assert!(page.rows.iter().all(|row| row.subject_name.as_deref() != Some("pat@f.example")));
    assert_eq!(page.people.len(), 1);
}
