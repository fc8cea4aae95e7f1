//! Failed sign-ins in the audit trail.
//!
//! Only those of people who exist get there, and writing it takes longer the more accounts they are in. So that nobody learns
//! that from how long an answer takes, every try leaves the same note for the background worker, and being right takes it back.

use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{DbError, Tx, sql},
    jobs::{self, Kind},
    session::Browser,
};
use model::{AccountId, PersonId, SignInMethod};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// How long the note waits, in seconds: longer than any password waits for its turn.
const WAITS: i64 = 60;

/// What a note says.
#[derive(Debug, Deserialize, Serialize)]
struct Note {
    /// Nobody's is the nil id, which is as long as any.
    person: PersonId,
    at: i64,
    by: SignInMethod,
    ip: String,
}

/// Leaves a note that a try failed; its key.
pub(super) async fn note(
    tx: &mut Tx,
    person: Option<PersonId>,
    by: SignInMethod,
    browser: &Browser,
    now: i64,
) -> Result<String, Error> {
    let key = format!("{} {}", Kind::SignInFailed.key(), Uuid::now_v7());
    let note = Note { person: person.unwrap_or(PersonId(Uuid::nil())), at: now, by, ip: browser.ip.clone() };
    jobs::put(tx, Kind::SignInFailed, &key, &serde_json::to_string(&note)?, now + WAITS).await?;
    Ok(key)
}

/// The try was right after all.
pub(super) async fn take_back(tx: &mut Tx, key: &str) -> Result<(), DbError> {
    sql(include_str!("take_back.sql")).bind(key).execute(&mut *tx).await?;
    Ok(())
}

/// The worker's part: writes a note into the audit trails of the accounts that its person is in.
///
/// # Errors
/// [`Error::Json`] when the note is damaged; [`Error::Db`] when the database fails.
pub(crate) async fn record(domain: &Domain, details: &str) -> Result<(), Error> {
    let note: Note = serde_json::from_str(details)?;
    let mut tx = domain.db.write().await?;
    let accounts: Vec<Uuid> = sql(include_str!("../accounts.sql")).bind(note.person.0).scalars(&mut tx).await?;
    for account in accounts {
        let (subject, details) = (note.person.to_string(), json!({ "by": note.by, "ip": note.ip }));
        audit::record(&mut tx, note.at, AccountId(account), None, Action::SignInFailed, &subject, &details).await?;
    }
    Ok(tx.commit().await?)
}
