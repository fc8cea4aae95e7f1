//! The actor's own right, read again under the lock: it may have been taken since the request began.

use crate::{
    Error,
    access::{Denied, Scope},
    db::{Tx, sql},
};

/// # Errors
/// [`Error::Denied`] when the actor has lost the role, been disabled, or lost the second factor that the account demands.
pub(crate) async fn still_allowed(tx: &mut Tx, scope: &Scope, now: i64) -> Result<(), Error> {
    let (Some(actor), Some(role)) = (scope.actor(), scope.permission().role()) else { return Ok(()) };
    let held: Option<(i64, i64)> = sql(include_str!("actor.sql"))
        .bind(scope.account().0)
        .bind(actor.0)
        .bind(role.key())
        .bind(now)
        .fetch_optional(tx)
        .await?;
    match held {
        None => Err(Denied::Role(role).into()),
        Some((1, 0)) => Err(Denied::SecondFactor.into()),
        Some(_) => Ok(()),
    }
}
