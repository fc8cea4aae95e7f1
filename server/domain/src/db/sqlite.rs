//! SQLite's settings; the reasons for each are in `docs/database.md`.

use super::DbError;
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Duration};

/// 3.7.0 to 3.51.2 can corrupt a database when two connections checkpoint at once.
const OLDEST: (u32, u32, u32) = (3, 51, 3);

/// The readers and the one writer of a file.
pub(super) async fn connect(file: &Path) -> Result<(SqlitePool, SqlitePool), DbError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .pragma("trusted_schema", "off")
        .pragma("cell_size_check", "on");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(
            options
                .clone()
                // Another process may be putting the months of a large file in place.
                .busy_timeout(Duration::from_secs(30))
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .pragma("journal_size_limit", "67108864"),
        )
        .await?;
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&writer).await?;
    if !new_enough(&version) {
        return Err(DbError::OldSqlite(version));
    }
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let reader = SqlitePoolOptions::new()
        .max_connections(u32::try_from(cores * 2).unwrap_or(16))
        .connect_with(options.pragma("query_only", "on").pragma("cache_size", "-16000"))
        .await?;
    Ok((reader, writer))
}

fn new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map_while(|part| part.parse::<u32>().ok());
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= OLDEST
}

#[cfg(test)]
mod tests {
    #[test]
    fn versions_compare_as_numbers() {
        assert!(super::new_enough("3.51.3"));
        assert!(super::new_enough("3.100.0"));
        assert!(!super::new_enough("3.51.2"));
        assert!(!super::new_enough("3.6.23"));
    }
}
