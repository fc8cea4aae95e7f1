//! Refused requests in the audit trail: each person at each route once an hour, so that nobody floods it.

use super::Caller;
use crate::{Domain, Error, audit, audit::Action};
use model::{AccountId, PersonId};
use serde_json::json;
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Who was refused where, in one account.
type Refused = (AccountId, PersonId, String);

/// What was recorded in the hour that runs; a restart forgets it, and then the trail says it again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Refusals(Arc<Mutex<(i64, HashSet<Refused>)>>);

impl Refusals {
    /// Whether nobody has said so in this hour.
    fn is_new(&self, hour: i64, refused: Refused) -> bool {
        let mut recorded = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if recorded.0 != hour {
            *recorded = (hour, HashSet::new());
        }
        recorded.1.insert(refused)
    }
}

/// Records that a request of a signed-in person was refused for want of a role or a program, if it was. `route` is the pattern
/// of the address, of which there are only so many, and holds nothing that the person wrote.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn record_refusal(domain: &Domain, caller: &Caller, route: &str) -> Result<(), Error> {
    let (Some(visitor), true, now) = (caller.visitor(), caller.was_refused(), domain.clock.seconds()) else {
        return Ok(());
    };
    let (account, person) = (visitor.account, visitor.person);
    if domain.refusals.is_new(now / 3600, (account, person, route.to_owned())) {
        let mut tx = domain.db.write().await?;
        audit::record(&mut tx, now, account, Some(person), Action::Refused, route, &json!({})).await?;
        tx.commit().await?;
    }
    Ok(())
}
