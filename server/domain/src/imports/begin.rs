//! The record of an import while it runs.

use super::incoming::Incoming;
use crate::{Domain, Error, access::Scope, clock::moment, db::sql, ingest::Progress};
use jiff::Timestamp;
use model::{Dataset, ImportId, ImportState};
use uuid::Uuid;

/// An import under way.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) id: ImportId,
    pub(super) scope: Scope,
    pub(super) mpn_id: String,
    /// The file's name.
    pub(super) file: String,
    sha256: Vec<u8>,
}

/// Writes the record down before anything is read.
pub(super) async fn begin(domain: &Domain, scope: &Scope, incoming: &Incoming) -> Result<Running, Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let mpn_id: String = sql(include_str!("mpn_id.sql")).bind(scope.account().0).scalar(&mut tx).await?;
    sql(include_str!("begin.sql"))
        .bind(scope.account().0)
        .bind(incoming.id.0)
        .bind(&incoming.name)
        .bind(&incoming.received.sha256[..])
        .bind(i64::try_from(incoming.received.bytes).unwrap_or(i64::MAX))
        .bind(ImportState::Running.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Running {
        id: incoming.id,
        scope: *scope,
        mpn_id,
        file: incoming.name.clone(),
        sha256: incoming.received.sha256.to_vec(),
    })
}

/// The import that took the same bytes in before.
pub(super) struct Earlier {
    pub(super) at: Timestamp,
    pub(super) dataset: Option<Dataset>,
    /// Whether another file has replaced any of its months since. Rows that were mended and added replace nothing.
    pub(super) replaced: bool,
}

/// Whether the same bytes are in already.
pub(super) async fn earlier(domain: &Domain, running: &Running) -> Result<Option<Earlier>, Error> {
    let account = running.scope.account();
    let found: Option<(Uuid, i64, Option<String>)> =
        sql(include_str!("earlier.sql")).bind(account.0).bind(&running.sha256).fetch_optional(&domain.db).await?;
    let Some((id, at, dataset)) = found else { return Ok(None) };
    let replaced = sql(include_str!("replaced.sql")).bind(account.0).bind(id).scalar(&domain.db).await?;
    Ok(Some(Earlier { at: moment(at), dataset: dataset.as_deref().and_then(Dataset::from_key), replaced }))
}

/// Writes the progress down. False when the import is not to go on.
pub(super) async fn beat(domain: &Domain, running: &Running, progress: Progress) -> Result<bool, Error> {
    let mut tx = domain.db.write().await?;
    let updated = sql(include_str!("beat.sql"))
        .bind(running.scope.account().0)
        .bind(running.id.0)
        .bind(domain.clock.seconds())
        .bind(i64::try_from(progress.bytes_read).unwrap_or(i64::MAX))
        .bind(i64::try_from(progress.rows).unwrap_or(i64::MAX))
        .bind(i64::try_from(progress.bad_rows).unwrap_or(i64::MAX))
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(updated > 0)
}
