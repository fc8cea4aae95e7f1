//! Taking one's own request back.

use super::found::{Closing, close, find};
use crate::{Domain, Error, access::Caller};
use model::{Permission, RequestId, RequestState};

/// Withdraws an open request of the caller's.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when it is not the caller's; [`Error::Stale`] with who decided
/// when it is open no more; [`Error::Db`] when the database fails.
pub async fn withdraw(domain: &Domain, caller: &Caller, id: RequestId) -> Result<(), Error> {
    let scope = caller.may(Permission::RequestAccess)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let asked = find(&mut tx, &scope, id).await?;
    if Some(asked.person) != scope.actor() {
        return Err(Error::NotFound);
    }
    let asked = asked.open()?;
    let closing = Closing { state: RequestState::Withdrawn, reason: "", until: None };
    close(&mut tx, &scope, id, &asked, &closing, domain.clock.seconds()).await?;
    tx.commit().await?;
    Ok(())
}
