//! Deciding on a request.

use super::found::{Closing, close, find};
use crate::{
    Domain, Error,
    access::Caller,
    note::note,
    notices,
    people::change::{Act, Change, Via, change, still_allowed},
};
use model::{Decision, Invalid, News, Permission, RequestId, RequestState};

/// Approves or denies a request; approving gives the role in the same breath. Who asked is told.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago, or has not proved lately who they are;
/// [`Error::NotFound`] when the account has no such request, or who asked has left; [`Error::Stale`] with who was quicker when
/// it is open no more; [`Error::Invalid`] for an end that has passed; [`Error::Db`] when the database fails. In all of these
/// nothing has changed.
pub async fn decide(domain: &Domain, caller: &Caller, id: RequestId, decision: &Decision) -> Result<(), Error> {
    let scope = caller.may_now(Permission::DecideRequests)?;
    let (account, now) = (scope.account(), domain.clock.seconds());
    let until = decision.until.map(jiff::Timestamp::as_second).filter(|_| decision.approve);
    if until.is_some_and(|until| until <= now) {
        return Err(Error::Invalid(Invalid::EndDate));
    }
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let asked = find(&mut tx, &scope, id).await?.open()?;
    if !asked.live {
        return Err(Error::NotFound);
    }
    let reason = note(&decision.reason);
    let state = if decision.approve { RequestState::Approved } else { RequestState::Denied };
    if decision.approve {
        let act = Act::Roles { give: [(asked.role, until)].into(), take: Vec::new() };
        let wanted = Change { person: asked.person, act, reason: reason.clone(), via: Via::Request };
        change(&mut tx, domain, &scope, &wanted).await?;
    }
    close(&mut tx, &scope, id, &asked, &Closing { state, reason: &reason, until }, now).await?;
    let by = caller.visitor().map(|visitor| visitor.name.clone());
    let news = News::RequestDecided { role: asked.role, approved: decision.approve, by, reason };
    notices::put(&mut tx, account, asked.person, &news, now).await?;
    tx.commit().await?;
    Ok(())
}
