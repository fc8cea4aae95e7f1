//! Doing what is due.

use super::{
    Kind, MOST_ATTEMPTS,
    done::{done, failed},
    put,
    take::take,
};
use crate::{
    Domain,
    db::{DbError, sql},
};
use std::time::Duration;

/// How long a server with nothing to do waits before it looks again.
const PAUSE: Duration = Duration::from_secs(5);

/// Puts down what comes back by itself, where that has not been done yet, and takes up again what was given up.
///
/// # Errors
/// [`DbError`] when the database fails.
pub async fn prepare(domain: &Domain) -> Result<(), DbError> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    for kind in Kind::ALL.iter().filter(|kind| kind.every().is_some()) {
        put(&mut tx, *kind, kind.key(), "", now).await?;
        sql(include_str!("revive.sql")).bind(kind.key()).bind(MOST_ATTEMPTS).execute(&mut tx).await?;
    }
    tx.commit().await
}

/// Does one job that is due, if there is one. A job that fails is put down for later; that is no error here.
///
/// # Errors
/// [`DbError`] when the database fails.
pub async fn run_due(domain: &Domain) -> Result<bool, DbError> {
    let Some(job) = take(domain).await? else { return Ok(false) };
    let Some(kind) = Kind::from_key(&job.kind) else {
        failed(domain, &job, None, "put down by a newer version of the program").await?;
        return Ok(true);
    };
    match kind.run(domain, &job.details).await {
        Ok(()) => done(domain, &job, kind).await?,
        Err(error) => {
            tracing::warn!(job = job.kind, attempts = job.attempts, %error, "a job failed");
            failed(domain, &job, Some(kind), &error.to_string()).await?;
        }
    }
    Ok(true)
}

/// Does jobs as they fall due, one after the other, until `stop` is ready; the one under way is finished.
pub async fn work(domain: Domain, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        let pause = match run_due(&domain).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => PAUSE,
            Err(error) => {
                tracing::error!(%error, "jobs cannot be read");
                PAUSE
            }
        };
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}
