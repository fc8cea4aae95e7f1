//! Starting a review.

use crate::{Domain, Error, access::Caller, audit, audit::Action, clock::DAY, db::sql, people::change::still_allowed};
use model::{Permission, ReviewId, Role, Ruling};
use serde_json::json;
use uuid::Uuid;

/// After how many days without use the rule says to revoke.
pub const UNUSED_DAYS: i64 = 30;

/// Starts a review of every role held now. While one is under way it goes on instead.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago; [`Error::Db`] when the database fails.
pub async fn start(domain: &Domain, caller: &Caller) -> Result<(), Error> {
    let scope = caller.may(Permission::ReviewAccess)?;
    let (account, now, id) = (scope.account(), domain.clock.seconds(), ReviewId(Uuid::now_v7()));
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let begun = sql(include_str!("start.sql"))
        .bind(account.0)
        .bind(id.0)
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .execute(&mut tx)
        .await?;
    if begun == 0 {
        return Ok(());
    }
    let held: Vec<(Uuid, String, Option<i64>)> =
        sql(include_str!("held.sql")).bind(account.0).bind(now).fetch_all(&mut tx).await?;
    // A role that this version does not know is kept, as Update keeps it.
    let held: Vec<_> = held.into_iter().filter(|(_, role, _)| Role::from_key(role).is_some()).collect();
    for (person, role, last_used) in &held {
        let used = last_used.is_some_and(|at| now - at < UNUSED_DAYS * DAY);
        let recommendation = if used { Ruling::Keep } else { Ruling::Revoke };
        sql(include_str!("add_item.sql"))
            .bind(account.0)
            .bind(id.0)
            .bind(*person)
            .bind(role.as_str())
            .bind(*last_used)
            .bind(recommendation.key())
            .execute(&mut tx)
            .await?;
    }
    let details = json!({ "roles": held.len() });
    audit::record(&mut tx, now, account, scope.actor(), Action::ReviewStarted, &id.to_string(), &details).await?;
    tx.commit().await?;
    Ok(())
}
