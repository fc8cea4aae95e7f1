//! Sealing a trail anew, after the key that sealed it was lost.

use super::{
    Action,
    chain::{Head, locked, put},
    record, verify_on_host,
};
use crate::{Domain, Error};
use model::{AccountId, Fault, Verdict};
use serde_json::json;

/// Seals the trail of an account with the key that this installation has now, when nothing is wrong with it but its seal; says so
/// in the trail. Answers with how the trail stood before. For the host's command line.
///
/// # Errors
/// [`Error::Busy`] when rows were added meanwhile; otherwise as [`verify_on_host`].
pub async fn seal(domain: &Domain, account: AccountId) -> Result<Verdict, Error> {
    let verdict = verify_on_host(domain, account).await?;
    let Some(Fault::Unsealed(_)) = verdict.fault else { return Ok(verdict) };
    let mut tx = domain.db.write().await?;
    let head = locked(&mut tx, account).await?.ok_or(Error::NotFound)?;
    // What was verified is sealed, and nothing else.
    if (head.seq, super::hex(&head.hash)) != (verdict.seq, verdict.hash.clone()) {
        return Err(Error::Busy);
    }
    let sealed = Head::sealed(tx.keys(), account, head.seq, &head.hash);
    put(&mut tx, account, sealed).await?;
    let (at, details) = (domain.clock.seconds(), json!({ "rows": verdict.seq, "hash": verdict.hash }));
    record(&mut tx, at, account, None, Action::AuditSealed, &account.to_string(), &details).await?;
    tx.commit().await?;
    Ok(verdict)
}
