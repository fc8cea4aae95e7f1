//! Reminding of reviews.

use crate::{Domain, Error, clock::DAY, db::sql, notices};
use model::{AccountId, News};
use uuid::Uuid;

/// How many days after the last finished review, or after the account was made, the next one is due.
pub const REVIEW_DAYS: i64 = 90;

/// How many days pass before the MPN partner admins are reminded again.
const AGAIN_DAYS: i64 = 30;

/// Tells the MPN partner admins of every account whose review is due and not under way; answers with how many accounts those
/// were. For the background worker: asking twice tells nobody twice.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn remind_due(domain: &Domain) -> Result<usize, Error> {
    let now = domain.clock.seconds();
    let (due, again) = (now - REVIEW_DAYS * DAY, now - AGAIN_DAYS * DAY);
    let accounts: Vec<Uuid> = sql(include_str!("due.sql")).bind(due).bind(again).scalars(&domain.db).await?;
    for account in &accounts {
        let mut tx = domain.db.write().await?;
        notices::tell_admins(&mut tx, AccountId(*account), &[], &News::ReviewDue, now).await?;
        tx.commit().await?;
    }
    Ok(accounts.len())
}
