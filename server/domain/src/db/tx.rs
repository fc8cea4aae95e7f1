//! A write in progress.

use super::{DbError, sql};
use crate::{
    audit::{self, Entry},
    keys::Keys,
};
use model::AccountId;
use sqlx::{Postgres, Sqlite, Transaction};

/// A write in progress; it is undone unless committed.
#[derive(Debug)]
pub struct Tx {
    pub(super) on: Writing,
    /// What the audit trail's newest row is sealed with.
    keys: Keys,
    /// Rows for the audit trail.
    entries: Vec<Entry>,
}

#[derive(Debug)]
pub(super) enum Writing {
    /// Holds SQLite's one write lock since it began.
    Sqlite(Transaction<'static, Sqlite>),
    /// Holds what it locked.
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(super) const fn new(on: Writing, keys: Keys) -> Self {
        Self { on, keys, entries: Vec::new() }
    }

    /// Makes the write last, and with it what the audit trail tells of it.
    ///
    /// # Errors
    /// [`DbError`] when the database fails; nothing has changed then.
    pub async fn commit(mut self) -> Result<(), DbError> {
        let entries = std::mem::take(&mut self.entries);
        audit::append(&mut self, entries).await?;
        match self.on {
            Writing::Sqlite(tx) => tx.commit().await?,
            Writing::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Adds a row to the audit trail at commit.
    pub(crate) fn record(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// The installation's secret key.
    pub(crate) const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Holds off every other change of the account's people and roles until this write ends. On SQLite the write does so
    /// anyway.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when another change holds the lock for too long.
    pub(crate) async fn lock_account(&mut self, account: AccountId) -> Result<(), DbError> {
        if matches!(self.on, Writing::Postgres(_)) {
            sql(include_str!("lock_account.postgres.sql")).bind(account.0).execute(self).await?;
        }
        Ok(())
    }

    /// Holds off every other import of the account until this write ends; sign-ins and changes of roles go on.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub(crate) async fn lock_imports(&mut self, account: AccountId) -> Result<(), DbError> {
        if matches!(self.on, Writing::Postgres(_)) {
            // An import may rightly wait longer for the one before, and write longer, than a page may.
            for text in [
                "set local lock_timeout = '10min'",
                "set local statement_timeout = '10min'",
                "set local idle_in_transaction_session_timeout = '10min'",
            ] {
                sql(text).execute(&mut *self).await?;
            }
            sql(include_str!("lock_imports.postgres.sql")).bind(account.0).execute(self).await?;
        }
        Ok(())
    }
}
