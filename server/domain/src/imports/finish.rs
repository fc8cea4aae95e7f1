//! How an import ended, written down once.

use super::{begin::Running, pages::Turn};
use crate::{
    Domain, Error, audit,
    audit::Action,
    db::{Tx, sql},
};
use model::{Dataset, ImportId, ImportNote, ImportState};
use serde_json::json;

/// What came of an import.
pub(super) struct Outcome {
    pub(super) state: ImportState,
    pub(super) dataset: Option<Dataset>,
    pub(super) rows: u64,
    pub(super) bad_rows: u64,
    pub(super) notes: Vec<ImportNote>,
    /// The import whose rejected rows were added.
    pub(super) mends: Option<ImportId>,
    /// The transaction that the months were put in with; the record joins it.
    pub(super) tx: Option<Tx>,
    /// The turn of a page: no other one is looked at before this one is written down.
    pub(super) turn: Option<Turn>,
}

impl Outcome {
    /// An outcome that changes no months.
    pub(super) const fn of(state: ImportState, notes: Vec<ImportNote>) -> Self {
        Self { state, dataset: None, rows: 0, bad_rows: 0, notes, mends: None, tx: None, turn: None }
    }

    /// Whether the received file has something in it that is not in the months.
    pub(super) fn keeps_file(&self) -> bool {
        self.state == ImportState::Waiting
            || self.notes.iter().any(|note| matches!(note, ImportNote::UnknownColumns { .. } | ImportNote::Kept))
    }
}

/// Writes the outcome down, together with the months where there are any, and in the audit trail. False when the import was
/// cancelled before: then nothing of it is in.
pub(super) async fn finish(domain: &Domain, running: &Running, outcome: Outcome) -> Result<bool, Error> {
    let now = domain.clock.seconds();
    let mut tx = match outcome.tx {
        Some(tx) => tx,
        None => domain.db.write().await?,
    };
    let updated = sql(include_str!("finish.sql"))
        .bind(running.scope.account().0)
        .bind(running.id.0)
        .bind(outcome.state.key())
        .bind(outcome.dataset.map(Dataset::key))
        .bind(now)
        .bind(i64::try_from(outcome.rows).unwrap_or(i64::MAX))
        .bind(i64::try_from(outcome.bad_rows).unwrap_or(i64::MAX))
        .bind(serde_json::to_string(&outcome.notes)?)
        .bind(outcome.mends.map(|import| import.0))
        .execute(&mut tx)
        .await?;
    if updated == 0 {
        return Ok(false);
    }
    let details = json!({
        "file": running.file,
        "dataset": outcome.dataset,
        "state": outcome.state,
        "rows": outcome.rows,
        "bad_rows": outcome.bad_rows,
    });
    let (account, actor, subject) = (running.scope.account(), running.scope.actor(), running.id.to_string());
    audit::record(&mut tx, now, account, actor, Action::Imported, &subject, &details).await?;
    tx.commit().await?;
    drop(outcome.turn);
    if outcome.state == ImportState::Done
        && let Err(error) = domain.db.checkpoint().await
    {
        // The import is in; only the log is longer than it need be.
        tracing::warn!(%error, "the log could not be folded in after an import");
    }
    Ok(true)
}
