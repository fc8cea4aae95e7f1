//! A request read under the lock, and its end.

use crate::{
    Error,
    access::Scope,
    audit,
    audit::Action,
    db::{Tx, sql},
};
use model::{PersonId, RequestId, RequestState, Role};
use serde_json::json;
use uuid::Uuid;

/// A request as it is now.
pub(super) struct Found {
    pub(super) person: PersonId,
    pub(super) role: Role,
    /// Whether who asked is still in the account and not disabled.
    pub(super) live: bool,
    state: RequestState,
    decided_by: Option<String>,
}

impl Found {
    /// The same if nobody has decided yet; otherwise who was quicker.
    pub(super) fn open(self) -> Result<Self, Error> {
        if self.state == RequestState::Open { Ok(self) } else { Err(Error::Stale { by: self.decided_by }) }
    }
}

/// How a request ends.
pub(super) struct Closing<'a> {
    pub(super) state: RequestState,
    pub(super) reason: &'a str,
    pub(super) until: Option<i64>,
}

/// The account's request of an id.
pub(super) async fn find(tx: &mut Tx, scope: &Scope, id: RequestId) -> Result<Found, Error> {
    let row: Option<(Uuid, String, String, Option<String>, i64)> =
        sql(include_str!("state.sql")).bind(scope.account().0).bind(id.0).fetch_optional(tx).await?;
    let known = row.and_then(|(person, role, state, decided_by, live)| {
        let (role, state) = (Role::from_key(&role)?, RequestState::from_key(&state)?);
        Some(Found { person: PersonId(person), role, live: live == 1, state, decided_by })
    });
    known.ok_or(Error::NotFound)
}

/// Ends a request, and says so in the audit trail.
pub(super) async fn close(
    tx: &mut Tx,
    scope: &Scope,
    id: RequestId,
    asked: &Found,
    closing: &Closing<'_>,
    now: i64,
) -> Result<(), Error> {
    sql(include_str!("close.sql"))
        .bind(scope.account().0)
        .bind(id.0)
        .bind(closing.state.key())
        .bind(now)
        .bind(scope.actor().map(|actor| actor.0))
        .bind(closing.reason)
        .execute(&mut *tx)
        .await?;
    let Closing { state, reason, until } = closing;
    let details = json!({ "request": id, "role": asked.role, "state": state, "reason": reason, "until": until });
    let subject = asked.person.to_string();
    audit::record(tx, now, scope.account(), scope.actor(), Action::RequestDecided, &subject, &details).await?;
    Ok(())
}
