//! Finishing a review: what was marked is revoked, and the record is sealed.

use super::{items::items, record::Record};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit,
    audit::Action,
    db::{Tx, sql},
    people::change::{Act, Change, Via, change, still_allowed},
};
use model::{Invalid, Permission, PersonId, ReviewId, ReviewItem, Role, Ruling};
use serde_json::json;
use std::collections::BTreeMap;

/// Takes every role marked so and still held, all in one, and puts the record's SHA-256 into the audit trail.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago, or has not proved lately who they are;
/// [`Error::NotFound`] when the account has no such review; [`Error::Stale`] with who finished it before;
/// [`Error::Invalid`] while something is not decided; [`Error::LastAdmin`] when nobody would be left to act; [`Error::Db`] when
/// the database fails. In all of these nothing has changed.
pub async fn finish(domain: &Domain, caller: &Caller, review: ReviewId) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ReviewAccess)?;
    let (account, now) = (scope.account(), domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    still_open(&mut tx, &scope, review).await?;
    let items = items(&mut tx, account, review, now).await?;
    if items.iter().any(|item| item.decision.is_none()) {
        return Err(Error::Invalid(Invalid::ReviewUndecided));
    }
    for (person, (roles, reason)) in taken(&items) {
        let act = Act::Roles { give: BTreeMap::new(), take: roles };
        change(&mut tx, domain, &scope, &Change { person, act, reason, via: Via::Review }).await?;
    }
    let count = |verdict| items.iter().filter(|item| item.decision == Some(verdict)).count();
    let (kept, revoked) = (count(Ruling::Keep), count(Ruling::Revoke));
    let record = Record::of(&mut tx, &scope, review, items, now).await?;
    sql(include_str!("finish.sql"))
        .bind(account.0)
        .bind(review.0)
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(&record.json)
        .execute(&mut tx)
        .await?;
    let details = json!({ "sha256": record.sha256(), "kept": kept, "revoked": revoked });
    audit::record(&mut tx, now, account, scope.actor(), Action::ReviewFinished, &review.to_string(), &details).await?;
    tx.commit().await?;
    Ok(())
}

async fn still_open(tx: &mut Tx, scope: &Scope, review: ReviewId) -> Result<(), Error> {
    let row: Option<(Option<i64>, Option<String>)> =
        sql(include_str!("state.sql")).bind(scope.account().0).bind(review.0).fetch_optional(tx).await?;
    match row {
        None => Err(Error::NotFound),
        Some((None, _)) => Ok(()),
        Some((Some(_), by)) => Err(Error::Stale { by }),
    }
}

/// What is to be taken from whom, and why.
fn taken(items: &[ReviewItem]) -> BTreeMap<PersonId, (Vec<Role>, String)> {
    let mut taken: BTreeMap<PersonId, (Vec<Role>, String)> = BTreeMap::new();
    for item in items.iter().filter(|item| item.held && item.decision == Some(Ruling::Revoke)) {
        let (roles, reason) = taken.entry(item.person).or_default();
        roles.push(item.role);
        if reason.is_empty() {
            reason.clone_from(&item.note);
        }
    }
    taken
}
