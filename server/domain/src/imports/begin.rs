//! The record of an import while it runs.

use super::incoming::Incoming;
use crate::{Domain, Error, access::Scope, clock::moment, ingest::Progress};
use jiff::Timestamp;
use model::{ImportId, ImportState};

/// An import under way.
pub(super) struct Running {
    pub(super) id: ImportId,
    pub(super) scope: Scope,
    pub(super) mpn_id: String,
    sha256: Vec<u8>,
}

/// Writes the record down before anything is read.
pub(super) async fn begin(domain: &Domain, scope: &Scope, incoming: &Incoming) -> Result<Running, Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let mpn_id: String =
        sqlx::query_scalar(include_str!("mpn_id.sql")).bind(scope.account().0).fetch_one(&mut *tx).await?;
    sqlx::query(include_str!("begin.sql"))
        .bind(scope.account().0)
        .bind(incoming.id.0)
        .bind(&incoming.name)
        .bind(&incoming.received.sha256[..])
        .bind(i64::try_from(incoming.received.bytes).unwrap_or(i64::MAX))
        .bind(ImportState::Running.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(Running { id: incoming.id, scope: *scope, mpn_id, sha256: incoming.received.sha256.to_vec() })
}

/// When the same bytes were imported before.
pub(super) async fn earlier(domain: &Domain, running: &Running) -> Result<Option<Timestamp>, Error> {
    let at: Option<i64> = sqlx::query_scalar(include_str!("earlier.sql"))
        .bind(running.scope.account().0)
        .bind(&running.sha256)
        .fetch_optional(domain.db.read())
        .await?;
    Ok(at.map(moment))
}

/// Writes the progress down. False when the import is not to go on.
pub(super) async fn beat(domain: &Domain, running: &Running, progress: Progress) -> Result<bool, Error> {
    let mut tx = domain.db.write().await?;
    let updated = sqlx::query(include_str!("beat.sql"))
        .bind(running.scope.account().0)
        .bind(running.id.0)
        .bind(domain.clock.seconds())
        .bind(i64::try_from(progress.bytes_read).unwrap_or(i64::MAX))
        .bind(i64::try_from(progress.rows).unwrap_or(i64::MAX))
        .bind(i64::try_from(progress.bad_rows).unwrap_or(i64::MAX))
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(updated.rows_affected() > 0)
}
