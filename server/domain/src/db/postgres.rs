//! PostgreSQL's settings; the reasons for each are in `docs/database.md`.

use super::DbError;
use sqlx::{
    Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{str::FromStr, time::Duration};

/// A server that hangs is given up after these; without them PostgreSQL waits for ever.
const LIMITS: [(&str, &str); 4] = [
    ("statement_timeout", "10s"),
    ("lock_timeout", "5s"),
    ("idle_in_transaction_session_timeout", "15s"),
    // The rollback below warns where there is nothing to roll back.
    ("client_min_messages", "error"),
];

pub(super) async fn connect(url: &str) -> Result<PgPool, DbError> {
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let pool = PgPoolOptions::new()
        .max_connections(u32::try_from(cores * 4 + 3).unwrap_or(32))
        .acquire_timeout(Duration::from_secs(5))
        .max_lifetime(Duration::from_mins(30))
        // sqlx 0.9.0 hands back a connection whose `begin` was cancelled with the transaction still open: the next to have
        // it would write into a stranger's transaction.
        .before_acquire(|connection, _| {
            Box::pin(async move {
                connection.execute("rollback").await?;
                Ok(true)
            })
        })
        .connect_with(PgConnectOptions::from_str(url)?.options(LIMITS))
        .await?;
    Ok(pool)
}
