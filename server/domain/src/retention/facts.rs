//! Facts that no page shows any more.

use crate::{Domain, Error, account, db::sql};

/// Removes the segments of months that were replaced, or whose import was undone, longer ago than the account keeps them. What
/// the import was, and its totals, stay on record.
pub(super) async fn remove(domain: &Domain) -> Result<(), Error> {
    let now = domain.clock.seconds();
    for account in account::list(domain).await? {
        let mut tx = domain.db.write_facts(account.id).await?;
        let months = sql(include_str!("forget_months.sql")).bind(account.id.0).bind(now).execute(&mut tx).await?;
        if months > 0 {
            let removed = sql(include_str!("forget_segments.sql")).bind(account.id.0).execute(&mut tx).await?;
            tracing::info!(account = %account.id, months, segments = removed, "what was replaced long ago is removed");
        }
        tx.commit().await?;
    }
    Ok(())
}
