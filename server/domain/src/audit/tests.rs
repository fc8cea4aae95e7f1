//! Every way to tamper with the trail behind the program's back is found, wherever it is done.

mod reading;

use super::{anchor::anchor, read_on_host, seal, verify, verify_on_host};
use crate::{
    access::Caller,
    db::{Db, Sql, sql},
    testing::TestDomain,
};
use model::{Fault, Role};

/// How many places in the trail each kind of tampering is tried at.
const PLACES: i64 = 100;

async fn run(db: &Db, statements: impl IntoIterator<Item = Sql>) {
    let mut tx = db.write().await.unwrap();
    for statement in statements {
        statement.execute(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A trail longer than [`PLACES`], with a copy of it, open to whoever has the database's own rights.
async fn unguarded() -> TestDomain {
    let test = TestDomain::new().await;
    let mut tx = test.db.write().await.unwrap();
    for n in 0..PLACES + 10 {
        let details = serde_json::json!({ "n": n });
        super::record(&mut tx, n, test.account, None, super::Action::ReadOnHost, "report", &details).await.unwrap();
    }
    tx.commit().await.unwrap();
    let drop_triggers = [
        ("drop trigger audit_only_grows", "drop trigger audit_only_grows on audit"),
        ("drop trigger audit_keeps_all", "drop trigger audit_keeps_all on audit"),
        ("drop trigger audit_replaces_none", "drop trigger audit_is_never_emptied on audit"),
        ("create table copy as select * from audit", "create table copy as select * from audit"),
        ("create table copy_head as select * from audit_head", "create table copy_head as select * from audit_head"),
    ];
    run(&test.db, drop_triggers.map(|(sqlite, postgres)| sql(sqlite).on_postgres(postgres))).await;
    test
}

/// Tampers at each place, sees it found and where, and puts everything back.
async fn found(test: &TestDomain, tamper: &[&'static str], fault: impl Fn(i64) -> Fault) {
    for seq in 1..=PLACES {
        run(&test.db, tamper.iter().map(|text| sql(text).bind(seq))).await;
        let verdict = verify_on_host(test, test.account).await.unwrap();
        assert_eq!(verdict.fault, Some(fault(seq)), "at {seq}: {tamper:?}");
        let put_back = [
            "delete from audit",
            "insert into audit select * from copy",
            "delete from audit_head",
            "insert into audit_head select * from copy_head",
        ];
        run(&test.db, put_back.map(sql)).await;
    }
    assert_eq!(verify_on_host(test, test.account).await.unwrap().fault, None, "whole again");
}

#[tokio::test]
async fn an_edited_row_is_found() {
    let test = unguarded().await;
    found(&test, &["update audit set subject = 'somebody else' where seq = $1"], Fault::Changed).await;
    found(&test, &["update audit set action = 'sign_in' where seq = $1"], Fault::Changed).await;
}

#[tokio::test]
async fn a_deleted_row_is_found() {
    found(&unguarded().await, &["delete from audit where seq = $1"], Fault::Missing).await;
}

#[tokio::test]
async fn a_deleted_row_whose_successors_moved_up_is_found() {
    let tamper = [
        "delete from audit where seq = $1",
        "update audit set seq = -seq where seq > $1",
        "update audit set seq = -seq - 1 where seq < 0 and $1 > 0",
    ];
    found(&unguarded().await, &tamper, Fault::Changed).await;
}

#[tokio::test]
async fn rows_that_changed_places_are_found() {
    let tamper = [
        "update audit set seq = -1 where seq = $1",
        "update audit set seq = $1 where seq = $1 + 1",
        "update audit set seq = $1 + 1 where seq = -1",
    ];
    found(&unguarded().await, &tamper, Fault::Changed).await;
}

#[tokio::test]
async fn a_trail_cut_short_is_found() {
    found(&unguarded().await, &["delete from audit where seq >= $1"], Fault::CutShort).await;
}

/// Whoever copied an older head can put it back, seal and all: only what lies outside of the database tells.
#[tokio::test]
async fn a_trail_cut_short_together_with_its_head_is_found() {
    let test = unguarded().await;
    anchor(&test).await.unwrap();
    let tamper = [
        "delete from audit where seq >= $1",
        "update audit_head set seq = $1 - 1",
        "update audit_head set hash = (select hash from copy where seq = $1 - 1) where $1 > 1",
    ];
    found(&test, &tamper, Fault::CutShort).await;
}

/// A chain written anew from the start fits in itself.
#[tokio::test]
async fn a_trail_written_anew_is_found() {
    let test = unguarded().await;
    anchor(&test).await.unwrap();
    let anchored = verify_on_host(&test, test.account).await.unwrap().seq;
    run(&test.db, ["update audit set hash = null, subject = 'nobody'", "delete from audit_head"].map(sql)).await;
    super::chain_old(&test.db, &test.data).await.unwrap();
    assert_eq!(
        verify_on_host(&test, test.account).await.unwrap().fault,
        Some(Fault::Changed(1)),
        "it is not chained again"
    );

    std::fs::rename(test.data.join("audit-heads.jsonl"), test.data.join("away")).unwrap();
    super::chain_old(&test.db, &test.data).await.unwrap();
    std::fs::rename(test.data.join("away"), test.data.join("audit-heads.jsonl")).unwrap();
    assert_eq!(verify_on_host(&test, test.account).await.unwrap().fault, Some(Fault::Rewritten(anchored)));
}

#[tokio::test]
async fn a_head_of_another_installation_stays_marked() {
    let test = unguarded().await;
    run(&test.db, [sql("update audit_head set mac = hash")]).await;
    let fault = async || verify_on_host(&test, test.account).await.unwrap().fault;
    let seq = verify_on_host(&test, test.account).await.unwrap().seq;
    assert_eq!(fault().await, Some(Fault::Unsealed(seq)));
    read_on_host(&test, test.account, "report").await.unwrap();
    assert_eq!(fault().await, Some(Fault::Unsealed(seq + 1)), "writing on does not seal over it");
    run(&test.db, [sql("delete from audit_head")]).await;
    read_on_host(&test, test.account, "report").await.unwrap();
    assert_eq!(fault().await, Some(Fault::Unsealed(seq + 2)), "nor when it is gone");
}

/// As after the loss of `secret.key`: everything is there, and no seal is right.
#[tokio::test]
async fn a_trail_whose_key_was_lost_is_sealed_anew_and_says_so_and_one_with_another_fault_is_not() {
    let test = unguarded().await;
    let before = verify_on_host(&test, test.account).await.unwrap();
    assert_eq!(seal(&test, test.account).await.unwrap(), before, "there is nothing to do");
    assert_eq!(verify_on_host(&test, test.account).await.unwrap().seq, before.seq);

    run(&test.db, [sql("update audit_head set mac = hash")]).await;
    let found = seal(&test, test.account).await.unwrap();
    assert_eq!((found.fault, found.hash), (Some(Fault::Unsealed(before.seq)), before.hash));
    let after = verify_on_host(&test, test.account).await.unwrap();
    assert_eq!((after.fault, after.seq), (None, before.seq + 1));
    let action: String = sql("select action from audit where seq = $1").bind(after.seq).scalar(&test.db).await.unwrap();
    assert_eq!(action, "audit_sealed");

    run(&test.db, ["update audit set subject = 'x' where seq = 7", "update audit_head set mac = hash"].map(sql)).await;
    assert_eq!(seal(&test, test.account).await.unwrap().fault, Some(Fault::Changed(7)));
    assert_eq!(verify_on_host(&test, test.account).await.unwrap().seq, 6, "nothing was written over it");
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_trail() {
    let test = TestDomain::new().await;
    let attempts = [
        sql("update audit set subject = 'x'"),
        sql("update audit set hash = null"),
        sql("delete from audit"),
        sql("insert or replace into audit select * from audit").on_postgres("truncate audit"),
    ];
    for attempt in attempts {
        let mut tx = test.db.write().await.unwrap();
        let refused = attempt.clone().execute(&mut tx).await.unwrap_err();
        assert!(refused.to_string().contains("the audit trail only grows"), "{attempt:?}: {refused}");
    }
    assert_eq!(verify_on_host(&test, test.account).await.unwrap().fault, None);
}

#[tokio::test]
async fn rows_from_before_the_chain_are_chained_once() {
    let test = unguarded().await;
    run(&test.db, ["update audit set hash = null", "delete from audit_head"].map(sql)).await;
    super::chain_old(&test.db, &test.data).await.unwrap();
    let verdict = verify_on_host(&test, test.account).await.unwrap();
    assert_eq!((verdict.fault, verdict.seq > PLACES), (None, true));
}

/// Sign-ins, which hold no lock on the account, and changes of roles, which do, at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rows_written_at_the_same_time_make_one_chain() {
    let test = std::sync::Arc::new(TestDomain::new().await);
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..8 {
        let (test, account) = (std::sync::Arc::clone(&test), test.account);
        tasks.spawn(async move {
            for _ in 0..10 {
                if task % 2 == 0 {
                    read_on_host(&test, account, "report").await.unwrap();
                } else {
                    crate::session::make(&test, account, "a@f.example").await.unwrap();
                }
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let verdict = verify(&test, &admin).await.unwrap();
    assert_eq!(verdict.fault, None);
    assert!(verdict.seq > 80);
}

#[tokio::test]
async fn only_whom_the_role_opens_it_for_may_verify() {
    let test = TestDomain::new().await;
    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(verify(&test, &clerk).await, Err(crate::Error::Denied(_))));
    assert!(verify(&test, &Caller::host(test.account)).await.is_ok());
}

#[cfg(unix)]
#[tokio::test]
async fn heads_are_written_down_once_and_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let test = TestDomain::new().await;
    let file = test.data.join("audit-heads.jsonl");
    let lines = || std::fs::read_to_string(&file).unwrap().lines().count();
    anchor(&test).await.unwrap();
    anchor(&test).await.unwrap();
    assert_eq!(lines(), 1, "nothing new, nothing written");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    // A crash in the middle of a line loses that line only.
    let mut torn = std::fs::read(&file).unwrap();
    torn.truncate(torn.len() - 5);
    std::fs::write(&file, torn).unwrap();
    anchor(&test).await.unwrap();
    assert_eq!(lines(), 2);
    assert_eq!(verify_on_host(&test, test.account).await.unwrap().fault, None);
}
