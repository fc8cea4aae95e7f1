//! The database, SQLite or PostgreSQL: records and fact segments. Statements are the same text on both, save where a
//! `.postgres.sql` file stands beside the `.sql` one.

mod address;
mod built;
mod error;
mod postgres;
mod sql;
mod sqlite;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "testing"))]
mod throw_away;
mod tx;
mod value;

pub use address::Address;
pub(crate) use built::Built;
pub use error::DbError;
pub use sql::{On, Record, Sql, sql};
#[cfg(any(test, feature = "testing"))]
pub use throw_away::throw_away;
pub use tx::Tx;
pub use value::Value;

use crate::keys::Keys;
use model::AccountId;
use sqlx::{PgPool, SqlitePool};
use tx::Writing;

/// A connection to the program's database, and the secret key that seals its audit trail. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db(Engine, Keys);

#[derive(Clone, Debug)]
enum Engine {
    /// One writer, many readers, of one file.
    Sqlite {
        reader: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// Takes SQLite's write lock at once: a write that begins as a read cannot wait for it later.
const BEGIN: &str = "begin immediate";

impl Db {
    /// Opens a database and brings its tables up to date. A SQLite file is created when absent.
    ///
    /// # Errors
    /// [`DbError`] when it cannot be opened, is newer than this program, or SQLite is too old.
    pub async fn open(address: &Address, keys: Keys) -> Result<Self, DbError> {
        match address {
            Address::Postgres(url) => {
                let pool = postgres::connect(url).await?;
                sqlx::migrate!("migrations/postgres").run(&pool).await.map_err(DbError::migrating)?;
                Ok(Self(Engine::Postgres(pool), keys))
            }
            Address::File(file) => {
                let (reader, writer) = sqlite::connect(file).await?;
                sqlx::migrate!("migrations/sqlite").run(&writer).await.map_err(DbError::migrating)?;
                Ok(Self(Engine::Sqlite { reader, writer }, keys))
            }
        }
    }

    /// Begins a write. On SQLite it waits for the one before, and holds off the next until it ends.
    ///
    /// # Errors
    /// [`DbError`] when the database fails, or the lock is not had within the busy timeout.
    pub async fn write(&self) -> Result<Tx, DbError> {
        let on = match &self.0 {
            Engine::Sqlite { writer, .. } => match writer.begin_with(BEGIN).await {
                // A full disk can fail the very undoing of a write: the connection still believes in it. Take a fresh one.
                Err(sqlx::Error::InvalidSavePointStatement) => {
                    writer.acquire().await?.close_on_drop();
                    Writing::Sqlite(writer.begin_with(BEGIN).await?)
                }
                begun => Writing::Sqlite(begun?),
            },
            Engine::Postgres(pool) => Writing::Postgres(pool.begin().await?),
        };
        Ok(Tx::new(on, self.1.clone()))
    }

    /// Begins a write that changes who is in an account or what they may: no two of them overlap.
    ///
    /// # Errors
    /// As [`Self::write`], and [`DbError::Conflict`].
    pub(crate) async fn write_people(&self, account: AccountId) -> Result<Tx, DbError> {
        let mut tx = self.write().await?;
        tx.lock_account(account).await?;
        Ok(tx)
    }

    /// Begins a write that puts an account's facts in place: no two of them overlap.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub(crate) async fn write_facts(&self, account: AccountId) -> Result<Tx, DbError> {
        let mut tx = self.write().await?;
        tx.lock_imports(account).await?;
        Ok(tx)
    }

    /// Folds SQLite's write-ahead log back into the file, after large imports.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub async fn checkpoint(&self) -> Result<(), DbError> {
        if let Engine::Sqlite { writer, .. } = &self.0 {
            sqlx::query("pragma wal_checkpoint(truncate)").execute(writer).await?;
        }
        Ok(())
    }

    /// What database it is, for whoever runs the server.
    #[must_use]
    pub const fn engine(&self) -> &'static str {
        match &self.0 {
            Engine::Sqlite { .. } => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Whether it is PostgreSQL, where statements that are put together part from SQLite's.
    pub(crate) const fn on_postgres(&self) -> bool {
        matches!(self.0, Engine::Postgres(_))
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`DbError`] when it does not.
    pub async fn ping(&self) -> Result<(), DbError> {
        sql("select 1").execute(self).await?;
        Ok(())
    }

    /// Ends all connections, so that SQLite's log is folded in and the file can be moved.
    pub async fn close(&self) {
        match &self.0 {
            Engine::Sqlite { reader, writer } => {
                reader.close().await;
                writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}
