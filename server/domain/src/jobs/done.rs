//! What becomes of a job once it was tried.

use super::{Kind, MOST_ATTEMPTS, take::Job};
use crate::{
    Domain,
    db::{DbError, Sql, sql},
};

/// The longest that a failed job waits for its next attempt, in seconds.
const LONGEST_WAIT: i64 = 6 * 3_600;

/// Removes a job that is done, or puts it down for the next time.
pub(super) async fn done(domain: &Domain, job: &Job, kind: Kind) -> Result<(), DbError> {
    let statement = match kind.every() {
        Some(every) => {
            sql(include_str!("again.sql")).bind(job.id).bind(job.locked_until).bind(domain.clock.seconds() + every)
        }
        None => sql(include_str!("remove.sql")).bind(job.id).bind(job.locked_until),
    };
    write(domain, statement).await
}

/// Puts a failed job down for another attempt, each time later. What comes back by itself is never given up.
pub(super) async fn failed(domain: &Domain, job: &Job, kind: Option<Kind>, error: &str) -> Result<(), DbError> {
    let comes_back = kind.and_then(Kind::every).is_some();
    let attempts = if comes_back { job.attempts.min(MOST_ATTEMPTS - 1) } else { job.attempts };
    let wait = (60_i64 << (attempts - 1).clamp(0, 16)).min(LONGEST_WAIT);
    let statement = sql(include_str!("failed.sql"))
        .bind(job.id)
        .bind(job.locked_until)
        .bind(domain.clock.seconds() + wait)
        .bind(attempts)
        .bind(error);
    write(domain, statement).await
}

async fn write(domain: &Domain, statement: Sql) -> Result<(), DbError> {
    let mut tx = domain.db.write().await?;
    statement.execute(&mut tx).await?;
    tx.commit().await
}
