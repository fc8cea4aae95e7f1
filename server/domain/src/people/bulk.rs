//! A role for several people at once: all in one transaction, or none.

use super::change::{Act, Change, Via, change};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    db::{Tx, sql},
};
use model::{BulkOutcome, BulkRow, BulkUpdate, Invalid, Permission, PersonId};
use std::collections::BTreeSet;

/// What a change would come to: it is made and not kept, so that what is shown is what would be done.
///
/// # Errors
/// As [`bulk`].
pub async fn preview(domain: &Domain, caller: &Caller, update: &BulkUpdate) -> Result<Vec<BulkRow>, Error> {
    let scope = caller.may(Permission::AssignRoles)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    run(&mut tx, domain, &scope, update).await
}

/// Gives a role to several people, or takes it; answers with what came of it for each.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::NotFound`] when one of them is not in the account; [`Error::Invalid`]
/// for an end date that has passed; [`Error::LastAdmin`] when nobody would be left to act. Nothing has changed then.
pub async fn bulk(domain: &Domain, caller: &Caller, update: &BulkUpdate) -> Result<Vec<BulkRow>, Error> {
    let scope = caller.may_now(Permission::AssignRoles)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let rows = run(&mut tx, domain, &scope, update).await?;
    tx.commit().await?;
    Ok(rows)
}

async fn run(tx: &mut Tx, domain: &Domain, scope: &Scope, update: &BulkUpdate) -> Result<Vec<BulkRow>, Error> {
    let mut people: Vec<PersonId> = update.people.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    // Whoever does it comes last: they may take their own role, and need it until then.
    people.sort_by_key(|person| scope.actor() == Some(*person));
    let until = update.until.map(jiff::Timestamp::as_second);
    let mut rows = Vec::with_capacity(people.len());
    for person in people {
        let act = if update.give {
            Act::Roles { give: [(update.role, until)].into(), take: Vec::new() }
        } else {
            Act::Roles { give: [].into(), take: vec![update.role] }
        };
        let wanted = Change { person, act, reason: update.reason.clone(), via: Via::Bulk };
        let outcome = match change(tx, domain, scope, &wanted).await {
            Ok(changed) if changed.given.is_empty() && changed.taken.is_empty() => BulkOutcome::Unchanged,
            Ok(_) => BulkOutcome::Changed,
            Err(Error::Invalid(Invalid::GuestRole)) => BulkOutcome::Guest,
            Err(Error::Invalid(Invalid::OwnEndDate)) => BulkOutcome::Own,
            Err(error) => return Err(error),
        };
        let name: String = sql("select name from person where id = $1").bind(person.0).scalar(&mut *tx).await?;
        rows.push(BulkRow { id: person, name, outcome });
    }
    rows.sort_by_cached_key(|row| (row.name.to_lowercase(), row.id));
    Ok(rows)
}
