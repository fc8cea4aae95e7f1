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
        let server = matches!(test.db.0, super::Engine::Postgres(_));
        let own_text = file.to_string_lossy().ends_with(".postgres.sql");
        if own_text != server && (own_text || file.with_extension("postgres.sql").exists()) {
            continue;
        }
        let statement = AssertSqlSafe(std::fs::read_to_string(&file).unwrap()).into_sql_str();
        let refused = match &test.db.0 {
            super::Engine::Sqlite { reader, .. } => reader.prepare(statement).await.err(),
            super::Engine::Postgres(pool) => pool.prepare(statement).await.err(),
        };
        assert!(refused.is_none(), "{}: {}", file.display(), refused.unwrap());
    }
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let test = TestDomain::new().await;
    let newer = match test.db.0 {
        super::Engine::Sqlite { .. } => {
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'x', 1, x'00', 1)"
        }
        super::Engine::Postgres(_) => {
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'x', true, '', 1)"
        }
    };
    let mut tx = test.db.write().await.unwrap();
    super::sql(newer).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let opened = crate::db::Db::open(&test.database, test.keys.clone()).await;
    assert!(matches!(opened, Err(crate::db::DbError::Newer)), "{opened:?}");
}

/// On SQLite, where readers have connections of their own.
#[tokio::test]
async fn readers_of_a_file_cannot_write() {
    let test = TestDomain::on_sqlite().await;
    assert!(super::sql("update account set name = 'x'").execute(&test.db).await.is_err());
}

/// sqlx 0.9.0 hands back a connection whose `begin` was cancelled with the transaction open; it must not reach the next.
#[tokio::test]
async fn a_cancelled_begin_leaves_no_transaction_to_the_next() {
    let test = TestDomain::new().await;
    for micros in 0..200 {
        let begun = tokio::time::timeout(std::time::Duration::from_micros(micros * 5), test.db.write()).await;
        drop(begun);
        let mut tx = test.db.write().await.unwrap();
        super::sql("update account set name = name").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let reading: i64 = super::sql("select count(*) from account").scalar(&test.db).await.unwrap();
    assert_eq!(reading, 1);
}
