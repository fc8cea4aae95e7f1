//! A statement with its values, for either database.

use super::{Db, DbError, Engine, Tx, tx::Writing, value::Value};
use sqlx::{
    AssertSqlSafe, FromRow, Postgres, SqlSafeStr, SqlStr, Sqlite, postgres::PgRow, query, query_as, sqlite::SqliteRow,
};

/// What a row becomes: a tuple, or a struct with `#[derive(sqlx::FromRow)]`.
pub trait Record: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin> Record for T {}

/// Where a statement runs: on a reading connection, or inside a write.
#[derive(Debug)]
pub enum On<'a> {
    /// A read of what is committed.
    Read(&'a Db),
    /// Part of a write in progress.
    In(&'a mut Tx),
}

impl<'a> From<&'a Db> for On<'a> {
    fn from(db: &'a Db) -> Self {
        Self::Read(db)
    }
}

impl<'a> From<&'a mut Tx> for On<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        Self::In(tx)
    }
}

/// A statement with its values.
#[derive(Clone, Debug)]
#[must_use = "a statement does nothing until it is run"]
pub struct Sql {
    sqlite: SqlStr,
    postgres: SqlStr,
    values: Vec<Value>,
    /// Whether PostgreSQL may keep it, and after some runs a plan that is for any values.
    kept: bool,
}

/// A statement that both databases understand.
pub const fn sql(text: &'static str) -> Sql {
    Sql { sqlite: SqlStr::from_static(text), postgres: SqlStr::from_static(text), values: Vec::new(), kept: true }
}

/// A query for one database with all values bound.
macro_rules! bound {
    ($query:expr, $values:expr) => {
        $values.into_iter().fold($query, |query, value| match value {
            Value::Int(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Id(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
        })
    };
}

/// Runs one method of a query wherever it belongs.
macro_rules! run {
    ($sql:expr, $on:expr, $make:ident::<$($row:ty)?>, $method:ident) => {{
        let Sql { sqlite, postgres, values, kept } = $sql;
        match $on.into() {
            On::Read(Db(Engine::Sqlite { reader, .. }, _)) => {
                bound!($make::<Sqlite $(, $row)?>(sqlite), values).$method(reader).await?
            }
            On::Read(Db(Engine::Postgres(pool), _)) => {
                bound!($make::<Postgres $(, $row)?>(postgres).persistent(kept), values).$method(pool).await?
            }
            On::In(Tx { on: Writing::Sqlite(tx), .. }) => {
                bound!($make::<Sqlite $(, $row)?>(sqlite), values).$method(&mut **tx).await?
            }
            On::In(Tx { on: Writing::Postgres(tx), .. }) => {
                bound!($make::<Postgres $(, $row)?>(postgres).persistent(kept), values).$method(&mut **tx).await?
            }
        }
    }};
}

impl Sql {
    /// A statement that [`Built`](super::Built) put together, for the database that it was put together for. Patterns are among
    /// its values: PostgreSQL plans it each time for those, since a plan for any pattern uses no index.
    pub(super) fn built(text: String, values: Vec<Value>) -> Self {
        let text = AssertSqlSafe(text).into_sql_str();
        Self { sqlite: text.clone(), postgres: text, values, kept: false }
    }

    /// PostgreSQL's own text, where the dialects part.
    pub fn on_postgres(mut self, text: &'static str) -> Self {
        self.postgres = SqlStr::from_static(text);
        self
    }

    /// Binds the next value.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// All rows.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub async fn fetch_all<T: Record>(self, on: impl Into<On<'_>>) -> Result<Vec<T>, DbError> {
        Ok(run!(self, on, query_as::<T>, fetch_all))
    }

    /// The row that must be there.
    ///
    /// # Errors
    /// [`DbError`] when there is none, or the database fails.
    pub async fn fetch_one<T: Record>(self, on: impl Into<On<'_>>) -> Result<T, DbError> {
        Ok(run!(self, on, query_as::<T>, fetch_one))
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub async fn fetch_optional<T: Record>(self, on: impl Into<On<'_>>) -> Result<Option<T>, DbError> {
        Ok(run!(self, on, query_as::<T>, fetch_optional))
    }

    /// The one column of the row that must be there.
    ///
    /// # Errors
    /// As [`Self::fetch_one`].
    pub async fn scalar<T>(self, on: impl Into<On<'_>>) -> Result<T, DbError>
    where
        (T,): Record,
    {
        Ok(self.fetch_one::<(T,)>(on).await?.0)
    }

    /// The one column of all rows.
    ///
    /// # Errors
    /// As [`Self::fetch_all`].
    pub async fn scalars<T>(self, on: impl Into<On<'_>>) -> Result<Vec<T>, DbError>
    where
        (T,): Record,
    {
        Ok(self.fetch_all::<(T,)>(on).await?.into_iter().map(|(value,)| value).collect())
    }

    /// The one column of the row, if there is one.
    ///
    /// # Errors
    /// As [`Self::fetch_optional`].
    pub async fn scalar_optional<T>(self, on: impl Into<On<'_>>) -> Result<Option<T>, DbError>
    where
        (T,): Record,
    {
        Ok(self.fetch_optional::<(T,)>(on).await?.map(|(value,)| value))
    }

    /// Changes rows; answers with how many.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub async fn execute(self, on: impl Into<On<'_>>) -> Result<u64, DbError> {
        let Sql { sqlite, postgres, values, kept } = self;
        Ok(match on.into() {
            On::Read(Db(Engine::Sqlite { reader, .. }, _)) => {
                bound!(query::<Sqlite>(sqlite), values).execute(reader).await?.rows_affected()
            }
            On::Read(Db(Engine::Postgres(pool), _)) => {
                bound!(query::<Postgres>(postgres).persistent(kept), values).execute(pool).await?.rows_affected()
            }
            On::In(Tx { on: Writing::Sqlite(tx), .. }) => {
                bound!(query::<Sqlite>(sqlite), values).execute(&mut **tx).await?.rows_affected()
            }
            On::In(Tx { on: Writing::Postgres(tx), .. }) => {
                bound!(query::<Postgres>(postgres).persistent(kept), values).execute(&mut **tx).await?.rows_affected()
            }
        })
    }
}
