//! Taking a job that is due.

use super::{LOCK, MOST_ATTEMPTS};
use crate::{
    Domain,
    db::{DbError, sql},
};
use uuid::Uuid;

/// A job that this server has taken.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Job {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) details: String,
    /// With this one.
    pub(super) attempts: i64,
    pub(super) locked_until: i64,
}

/// The job that has been due longest, held for [`LOCK`] seconds; nothing when there is none.
pub(super) async fn take(domain: &Domain) -> Result<Option<Job>, DbError> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let job = sql(include_str!("take.sql"))
        .on_postgres(include_str!("take.postgres.sql"))
        .bind(now)
        .bind(now + LOCK)
        .bind(MOST_ATTEMPTS)
        .fetch_optional(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(job)
}
