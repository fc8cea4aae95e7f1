//! Imports that are taken back.

use super::{super::undo, *};
use crate::db::sql;

#[tokio::test]
async fn an_undone_import_leaves_the_months_as_they_were_before() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let first = import(&test, &admin, &deployment(&[("2026-09", 1, "E3", 5, 10), ("2026-10", 1, "E3", 6, 12)])).await;
    let file = deployment(&[("2026-10", 7, "E3", 1, 2), ("2026-11", 7, "E3", 1, 3)]);
    let second = import(&test, &admin, &file).await;
    let before = [("2026-09".into(), Some(10)), ("2026-10".into(), Some(12))];
    let after = [("2026-09".into(), Some(10)), ("2026-10".into(), Some(2)), ("2026-11".into(), Some(3))];
    assert_eq!(sold(&test, &admin).await, after);
    let can =
        async || -> Vec<bool> { history(&test, &admin).await.unwrap().iter().map(|import| import.can_undo).collect() };
    assert_eq!(
        (can().await, second.can_undo),
        (vec![true, false], true),
        "newest first; one month of the first is replaced"
    );
    assert!(matches!(undo(&test, &admin, first.id).await, Err(crate::Error::Stale { .. })));
    assert_eq!(sold(&test, &admin).await, after);

    undo(&test, &admin, second.id).await.unwrap();
    assert_eq!(sold(&test, &admin).await, before, "November vanishes, October is the first file's again");
    assert_eq!(one(&test, &admin, second.id).await.unwrap().state, ImportState::Undone);
    assert_eq!(can().await, [false, true]);
    undo(&test, &admin, second.id).await.unwrap();
    let audited: i64 = sql("select count(*) from audit where action = 'import_undone' and subject = $1")
        .bind(second.id.to_string())
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(audited, 1, "the second time changes nothing");

    let again = import(&test, &admin, &file).await;
    assert_eq!((again.state, sold(&test, &admin).await), (ImportState::Done, after.to_vec()));
    undo(&test, &admin, again.id).await.unwrap();
    undo(&test, &admin, first.id).await.unwrap();
    assert!(sold(&test, &admin).await.is_empty());
}

#[tokio::test]
async fn only_what_is_in_can_be_undone_and_only_by_its_own_account() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let stranger = test.person(other, "a@n.example", &[Role::PartnerAdmin]).await;
    let done = import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 6, 12)])).await;
    assert!(matches!(undo(&test, &clerk, done.id).await, Err(crate::Error::Denied(_))));
    assert!(matches!(undo(&test, &stranger, done.id).await, Err(crate::Error::NotFound)));
    let refused = import(&test, &admin, "name,colour\nx,blue\n").await;
    let empty = import(&test, &admin, &format!("{HEADER}\n")).await;
    for import in [refused, empty] {
        assert!(!import.can_undo, "{:?}", import.state);
        assert!(matches!(undo(&test, &admin, import.id).await, Err(crate::Error::Stale { .. })));
    }
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(12))]);
}

#[tokio::test]
async fn a_repeated_file_tells_when_its_months_are_another_files_now() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let file = deployment(&[("2026-10", 1, "E3", 6, 12)]);
    import(&test, &admin, &file).await;
    let newer = import(&test, &admin, &deployment(&[("2026-10", 7, "E3", 1, 2)])).await;
    let replaced = async || match import(&test, &admin, &file).await.notes[..] {
        [ImportNote::Repeated { replaced, .. }] => replaced,
        ref other => panic!("{other:?}"),
    };
    assert!(replaced().await);
    undo(&test, &admin, newer.id).await.unwrap();
    assert!(!replaced().await, "as the note says, undoing the newer file brings the months back");
    assert_eq!(sold(&test, &admin).await, [("2026-10".into(), Some(12))]);
}
