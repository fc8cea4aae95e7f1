//! Pages of one answer: they wait, and change nothing, until all of its rows are there.

use super::{begin::Running, finish::Outcome};
use crate::{
    Domain, Error,
    db::sql,
    ingest::{Parsed, ReadError},
};
use model::{Dataset, ImportId, ImportNote, ImportState};
use std::path::PathBuf;
use tokio::sync::{Mutex, MutexGuard};
use uuid::Uuid;

/// Pages are looked at one after the other: of two that come at once, the second must find the first.
static TURNS: Mutex<()> = Mutex::const_new(());

/// The turn of one page.
pub(super) type Turn = MutexGuard<'static, ()>;

/// Waits for the turn.
pub(super) async fn turn() -> Turn {
    TURNS.lock().await
}

/// A page of an answer that says how many rows all of its pages have.
pub(super) struct Page {
    dataset: Dataset,
    note: ImportNote,
    rows: u64,
    of: u64,
}

/// Another page of the same answer, which waits.
pub(super) struct Other {
    id: ImportId,
    rows: u64,
    pub(super) file: PathBuf,
}

impl Page {
    /// What was read, if it is a page.
    pub(super) fn of(read: &Result<Parsed, ReadError>) -> Option<Self> {
        let Err(ReadError::Refused(refusal)) = read else { return None };
        let ImportNote::Page { rows, of, .. } = refusal.note else { return None };
        let dataset = refusal.dataset.filter(|_| of > 0)?;
        Some(Self { dataset, note: refusal.note.clone(), rows, of })
    }

    /// The other pages that wait: those of the same dataset and month whose answer has as many rows.
    pub(super) async fn others(&self, domain: &Domain, running: &Running) -> Result<Vec<Other>, Error> {
        let rows: Vec<(Uuid, i64, String)> = sql(include_str!("waiting.sql"))
            .bind(running.scope.account().0)
            .bind(self.dataset.key())
            .fetch_all(&domain.db)
            .await?;
        let same = |note: &ImportNote| match (note, &self.note) {
            (ImportNote::Page { of, month, .. }, ImportNote::Page { of: ours, month: our_month, .. }) => {
                (of, month) == (ours, our_month)
            }
            _ => false,
        };
        let mut others = Vec::new();
        for (id, rows, notes) in rows {
            let notes: Vec<ImportNote> = serde_json::from_str(&notes)?;
            let file = domain.data.join("kept").join(id.to_string());
            if notes.iter().any(same) && file.is_file() {
                others.push(Other { id: ImportId(id), rows: u64::try_from(rows).unwrap_or(0), file });
            }
        }
        Ok(others)
    }

    /// Whether these could be all pages, unless some have come twice.
    pub(super) fn may_be_all(&self, others: &[Other]) -> bool {
        self.rows + others.iter().map(|other| other.rows).sum::<u64>() >= self.of
    }

    /// It waits for others.
    pub(super) fn waits(self) -> Outcome {
        Outcome { dataset: Some(self.dataset), rows: self.rows, ..Outcome::of(ImportState::Waiting, vec![self.note]) }
    }
}

/// What stands with the pages that came in with an import.
pub(super) fn joined(import: ImportId, file: &str) -> Result<String, Error> {
    Ok(serde_json::to_string(&[ImportNote::Joined { import, file: file.to_owned() }])?)
}

/// The other pages are in as well, in the same transaction.
pub(super) async fn join(outcome: &mut Outcome, running: &Running, others: &[Other]) -> Result<(), Error> {
    let Some(tx) = &mut outcome.tx else { return Ok(()) };
    let notes = joined(running.id, &running.file)?;
    for other in others {
        sql(include_str!("join.sql"))
            .bind(running.scope.account().0)
            .bind(other.id.0)
            .bind(&notes)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}
