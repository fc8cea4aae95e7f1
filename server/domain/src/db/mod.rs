//! The database: one writer, many readers.

mod sqlite;
#[cfg(test)]
mod tests;

use sqlx::{Sqlite, SqlitePool, Transaction, migrate::MigrateError};
use std::path::Path;

/// A connection to the program's database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    reader: SqlitePool,
    writer: SqlitePool,
}

/// A write in progress; it is undone unless committed.
pub type Tx = Transaction<'static, Sqlite>;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The database itself failed.
    #[error(transparent)]
    Sql(sqlx::Error),
    /// There is no room for what is to be written.
    #[error("there is no room left on the disk, or files may not grow any further; make room and try again")]
    NoSpace,
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

/// Takes the write lock at once: a write that begins as a read cannot wait for it later.
const BEGIN: &str = "begin immediate";

/// SQLite's ways to say that a file cannot grow: full, and failed writes of the database, its log and its index.
const NO_SPACE: [&str; 4] = ["13", "778", "4874", "1546"];

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        if code.is_some_and(|code| NO_SPACE.contains(&&*code)) { Self::NoSpace } else { Self::Sql(error) }
    }
}

impl Db {
    /// Opens the database file, creating it when absent, and brings its tables up to date.
    ///
    /// # Errors
    /// [`DbError`] when the file cannot be opened, is newer than this program, or SQLite is too old.
    pub async fn open(file: &Path) -> Result<Self, DbError> {
        let db = sqlite::connect(file).await?;
        sqlx::migrate!("migrations/sqlite").run(&db.writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => DbError::Newer,
            error => error.into(),
        })?;
        Ok(db)
    }

    /// Where reads go. A write sent here fails.
    #[must_use]
    pub const fn read(&self) -> &SqlitePool {
        &self.reader
    }

    /// Begins a write: waits for the one before, and holds off the next until it ends.
    ///
    /// # Errors
    /// [`DbError::Sql`] when the lock is not had within the busy timeout.
    pub async fn write(&self) -> Result<Tx, DbError> {
        match self.writer.begin_with(BEGIN).await {
            // A full disk can fail the very undoing of a write: the connection still believes in it. Take a fresh one.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.writer.acquire().await?.close_on_drop();
                Ok(self.writer.begin_with(BEGIN).await?)
            }
            begun => Ok(begun?),
        }
    }

    /// Folds the write-ahead log back into the file, after large imports.
    ///
    /// # Errors
    /// [`DbError::Sql`] when the database fails.
    pub async fn checkpoint(&self) -> Result<(), DbError> {
        sqlx::query("pragma wal_checkpoint(truncate)").execute(&self.writer).await?;
        Ok(())
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`DbError::Sql`] when it does not.
    pub async fn ping(&self) -> Result<(), DbError> {
        sqlx::query("select 1").execute(&self.reader).await?;
        Ok(())
    }

    /// Ends all connections, so that the log is folded in and the file can be moved.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}
