//! The record of who did what. Rows are only ever added.

use crate::{
    Domain,
    db::{DbError, Tx},
};
use model::{AccountId, PersonId};
use serde_json::Value;

/// What happened, as a key; the interface translates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Somebody signed in by link.
    SignIn,
    /// Somebody signed out.
    SignOut,
    /// A sign-in link was made.
    LinkMade,
    /// An account was made.
    AccountAdded,
    /// A person was added to the account.
    PersonAdded,
    /// A person's roles were changed.
    RolesUpdated,
    /// A file was imported or refused.
    Imported,
    /// An import was taken back.
    ImportUndone,
    /// Data left as a file.
    Exported,
    /// Analytics were read on the host's command line.
    ReadOnHost,
}

impl Action {
    /// What is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignOut => "sign_out",
            Self::LinkMade => "link_made",
            Self::AccountAdded => "account_added",
            Self::PersonAdded => "person_added",
            Self::RolesUpdated => "roles_updated",
            Self::Imported => "imported",
            Self::ImportUndone => "import_undone",
            Self::Exported => "exported",
            Self::ReadOnHost => "read_on_host",
        }
    }
}

/// Adds a row in the transaction of what it records, so that neither is there without the other.
///
/// # Errors
/// [`DbError::Sql`] when the database fails.
pub(crate) async fn record(
    tx: &mut Tx,
    at: i64,
    account: AccountId,
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    details: &Value,
) -> Result<(), DbError> {
    sqlx::query(include_str!("record.sql"))
        .bind(account.0)
        .bind(at)
        .bind(actor.map(|actor| actor.0))
        .bind(action.key())
        .bind(subject)
        .bind(details.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Records that analytics were read on the host's command line.
///
/// # Errors
/// [`DbError::Sql`] when the database fails.
pub async fn read_on_host(domain: &Domain, account: AccountId, what: &str) -> Result<(), DbError> {
    let mut tx = domain.db.write().await?;
    let at = domain.clock.seconds();
    record(&mut tx, at, account, None, Action::ReadOnHost, what, &Value::Object(serde_json::Map::new())).await?;
    tx.commit().await?;
    Ok(())
}
