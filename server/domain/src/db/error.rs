//! How the database fails.

use sqlx::migrate::MigrateError;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The database itself failed.
    #[error(transparent)]
    Sql(sqlx::Error),
    /// There is no room for what is to be written.
    #[error("there is no room left on the disk, or files may not grow any further; make room and try again")]
    NoSpace,
    /// Another change held the lock for too long, or the two cannot both be done.
    #[error("another change is under way; try again")]
    Conflict,
    /// The tables could not be brought up to date.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// A newer program has been here.
    #[error("the database was changed by a newer version of the program; use that version or restore a backup")]
    Newer,
    /// The linked SQLite has a bug that corrupts databases.
    #[error("SQLite {0} can corrupt a database in WAL mode; 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// What is stored is not what was written.
    #[error("stored data is damaged: {0}")]
    Damaged(String),
}

/// SQLite's ways to say that a file cannot grow (full, and failed writes of the database, its log and its index), and
/// PostgreSQL's.
const NO_SPACE: [&str; 5] = ["13", "778", "4874", "1546", "53100"];

/// PostgreSQL: serialization failure, deadlock, lock not available in time.
const CONFLICT: [&str; 3] = ["40001", "40P01", "55P03"];

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        match code.as_deref() {
            Some(code) if NO_SPACE.contains(&code) => Self::NoSpace,
            Some(code) if CONFLICT.contains(&code) => Self::Conflict,
            _ => Self::Sql(error),
        }
    }
}

impl DbError {
    /// A failed migration, told apart from a database that a newer program has changed.
    pub(super) fn migrating(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Self::Newer,
            error => error.into(),
        }
    }
}
