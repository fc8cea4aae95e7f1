use crate::testing::TestDomain;
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use std::path::{Path, PathBuf};

fn sql_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "sql") {
            found.push(path);
        }
    }
}

/// A misspelt column in a file that no other test reaches is found here.
#[tokio::test]
async fn every_sql_file_can_be_prepared() {
    let test = TestDomain::new().await;
    let mut files = Vec::new();
    sql_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 30, "the files are found");
    for file in files {
        let sql = std::fs::read_to_string(&file).unwrap();
        let prepared = test.db.read().prepare(AssertSqlSafe(sql).into_sql_str()).await;
        assert!(prepared.is_ok(), "{}: {}", file.display(), prepared.err().unwrap());
    }
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let test = TestDomain::new().await;
    let mut tx = test.db.write().await.unwrap();
    sqlx::query("insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'x', 1, x'00', 1)")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let opened = crate::db::Db::open(&test.data.join("seatscope.db")).await;
    assert!(matches!(opened, Err(crate::db::DbError::Newer)), "{opened:?}");
}

#[tokio::test]
async fn readers_cannot_write() {
    let test = TestDomain::new().await;
    assert!(sqlx::query("update account set name = 'x'").execute(test.db.read()).await.is_err());
}
