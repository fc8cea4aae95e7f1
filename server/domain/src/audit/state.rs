//! How the trail stood when it was last verified.

use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use jiff::Timestamp;
use model::{Fault, Permission, Verdict};

/// How a trail stands.
#[derive(Clone, Debug)]
pub struct State {
    /// How many rows it has.
    pub rows: i64,
    /// When it was last verified, and what it turned out to be.
    pub checked: Option<(Timestamp, Verdict)>,
}

/// How the trail of the caller's account stands.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn state(domain: &Domain, caller: &Caller) -> Result<State, Error> {
    let scope = caller.may(Permission::ReadAudit)?;
    let (rows, at, verdict): (Option<i64>, Option<i64>, Option<String>) =
        sql(include_str!("state.sql")).bind(scope.account().0).fetch_one(&domain.db).await?;
    let Some(rows) = rows else {
        let verdict = Verdict { seq: 0, hash: String::new(), fault: Some(Fault::Unsealed(0)) };
        return Ok(State { rows: 0, checked: Some((domain.clock.now(), verdict)) });
    };
    let verdict = verdict.as_deref().map(serde_json::from_str).transpose()?;
    Ok(State { rows, checked: at.map(moment).zip(verdict) })
}
