//! Letters for what people's notices tell.

use super::{Letter, letter::worth_a_letter, put};
use crate::{Domain, Error, db::sql};
use model::{AccountId, News, PersonId};
use uuid::Uuid;

/// Notices older than this, in seconds, are no news: from before a mail server was configured, or from while none answered.
const NEWS: i64 = 86_400;

/// Puts letters down for the notices that came up since the last time. Nothing when no mail server is configured.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn write_notices(domain: &Domain) -> Result<(), Error> {
    if domain.mail.is_none() {
        return Ok(());
    }
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let fresh: Vec<(Uuid, Uuid, String)> =
        sql(include_str!("take_notices.sql")).bind(now).bind(now - NEWS).fetch_all(&mut tx).await?;
    for (account, person, details) in fresh {
        // A newer version beside this one may tell what this one does not know.
        let Ok(news) = serde_json::from_str::<News>(&details) else { continue };
        if worth_a_letter(&news) {
            put(&mut tx, domain, (AccountId(account), PersonId(person)), Letter::News { news }).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
