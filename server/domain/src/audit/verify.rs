//! Goes through a chain from its first row to its head.

use super::{
    anchor,
    chain::{Head, NOTHING, Row},
};
use crate::{Domain, Error, access::Caller, account, db::sql};
use model::{AccountId, Fault, Permission, Verdict};

/// Rows read at a time.
pub(super) const PIECE: i64 = 1_000;

/// Verifies the trail of the caller's account, and writes down what it turned out to be.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails; [`Error::Io`] when the heads written down
/// outside of it cannot be read.
pub async fn verify(domain: &Domain, caller: &Caller) -> Result<Verdict, Error> {
    let account = caller.may(Permission::ReadAudit)?.account();
    let verdict = walk(domain, account).await?;
    if verdict.fault.is_some() {
        tracing::error!(%account, ?verdict, "the audit trail was tampered with");
    }
    let mut tx = domain.db.write().await?;
    sql(include_str!("set_verdict.sql"))
        .bind(account.0)
        .bind(domain.clock.seconds())
        .bind(serde_json::to_string(&verdict)?)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(verdict)
}

/// Verifies the trails of all accounts.
///
/// # Errors
/// As [`verify`].
pub(crate) async fn verify_all(domain: &Domain) -> Result<(), Error> {
    for account in account::list(domain).await? {
        verify_on_host(domain, account.id).await?;
    }
    Ok(())
}

/// Verifies the trail of any account, for the host's command line.
///
/// # Errors
/// As [`verify`].
pub async fn verify_on_host(domain: &Domain, account: AccountId) -> Result<Verdict, Error> {
    verify(domain, &Caller::host(account)).await
}

async fn walk(domain: &Domain, account: AccountId) -> Result<Verdict, Error> {
    let data = domain.data.clone();
    let anchors =
        tokio::task::spawn_blocking(move || anchor::of(&data, account)).await.map_err(std::io::Error::other)??;
    let mut walk = Walk { account, seq: 0, hash: NOTHING };
    loop {
        // The head before the rows: what is written meanwhile makes more rows, and none can be missing for it.
        let head: Option<Head> = sql(include_str!("head.sql")).bind(account.0).fetch_optional(&domain.db).await?;
        let rows: Vec<Row> =
            sql(include_str!("rows.sql")).bind(account.0).bind(walk.seq).bind(PIECE).fetch_all(&domain.db).await?;
        let last = rows.is_empty();
        for row in rows {
            if let Err(fault) = walk.step(&row, &anchors) {
                return Ok(walk.verdict(Some(fault)));
            }
        }
        if last {
            return Ok(walk.verdict(walk.end(domain, head.as_ref(), &anchors)));
        }
    }
}

type Anchors = std::collections::BTreeMap<i64, String>;

struct Walk {
    account: AccountId,
    seq: i64,
    hash: [u8; 32],
}

impl Walk {
    fn step(&mut self, row: &Row, anchors: &Anchors) -> Result<(), Fault> {
        if row.seq != self.seq + 1 {
            return Err(Fault::Missing(self.seq + 1));
        }
        let hash = row.hash_after(&self.hash, self.account);
        if row.hash.as_deref() != Some(&hash) {
            return Err(Fault::Changed(row.seq));
        }
        if anchors.get(&row.seq).is_some_and(|anchored| *anchored != anchor::hex(&hash)) {
            return Err(Fault::Rewritten(row.seq));
        }
        (self.seq, self.hash) = (row.seq, hash);
        Ok(())
    }

    /// What is wrong at the end.
    fn end(&self, domain: &Domain, head: Option<&Head>, anchors: &Anchors) -> Option<Fault> {
        let anchored = anchors.last_key_value().map_or(0, |(seq, _)| *seq);
        let Some(head) = head else { return Some(Fault::Unsealed(self.seq)) };
        if head.seq.max(anchored) > self.seq {
            Some(Fault::CutShort(self.seq + 1))
        } else if head.seq < self.seq {
            Some(Fault::Added(head.seq + 1))
        } else if head.hash != self.hash {
            Some(Fault::Rewritten(self.seq))
        } else {
            (!head.is_ours(&domain.keys, self.account)).then_some(Fault::Unsealed(self.seq))
        }
    }

    fn verdict(&self, fault: Option<Fault>) -> Verdict {
        Verdict { seq: self.seq, hash: anchor::hex(&self.hash), fault }
    }
}
