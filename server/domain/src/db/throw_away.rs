//! Databases for tests.

use super::Address;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use uuid::Uuid;

/// A new, empty PostgreSQL database when `SEATSCOPE_TEST_POSTGRES` names a server on which databases can be made; nothing when
/// tests run on SQLite. It goes with the server.
///
/// # Panics
/// When the server named is not there.
#[expect(clippy::expect_used, reason = "a test without its database has failed")]
pub async fn throw_away() -> Option<Address> {
    let server = std::env::var("SEATSCOPE_TEST_POSTGRES").ok()?;
    let name = format!("test_{}", Uuid::now_v7().simple());
    let mut connection = PgConnection::connect(&format!("{server}/postgres")).await.expect("the test server answers");
    connection.execute(AssertSqlSafe(format!("create database {name}"))).await.expect("databases can be made");
    Some(Address::Postgres(format!("{server}/{name}")))
}
