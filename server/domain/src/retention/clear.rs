//! Rows that are of no use any more.

use crate::{Domain, Error, db::sql};

/// Days after their end that rows stay for somebody to look at, and that failures in a row are remembered.
const KEPT: [(&str, i64); 5] = [
    (include_str!("clear_sessions.sql"), 90),
    (include_str!("clear_links.sql"), 90),
    // Strangers can begin one: they must not pile up.
    (include_str!("clear_ceremonies.sql"), 1),
    (include_str!("clear_throttle.sql"), 90),
    (include_str!("clear_notices.sql"), 90),
];

/// Removes sessions, links, exchanges, counts of failures and notices that are long over. The newest session of each person
/// stays: it tells when they last signed in.
pub(crate) async fn clear(domain: &Domain) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    for (text, days) in KEPT {
        sql(text).bind(now - days * 86_400).execute(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(())
}
