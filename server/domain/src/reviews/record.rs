//! The record of a finished review: what an auditor takes away.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit,
    audit::Action,
    clock::moment,
    db::{Tx, sql},
    export::{Separator, Table, guarded},
};
use jiff::Timestamp;
use model::{Permission, ReviewId, ReviewItem, Ruling};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

/// What the record says, in the words it was written with.
#[derive(Debug, Serialize, Deserialize)]
struct Content {
    mpn_id: String,
    account: String,
    review: ReviewId,
    started_at: Timestamp,
    started_by: Option<String>,
    finished_at: Timestamp,
    finished_by: Option<String>,
    /// `held` tells whether the role was still held at the end: only such a one was taken.
    items: Vec<ReviewItem>,
}

/// A record as it was stored when its review was finished.
#[derive(Clone, Debug)]
pub struct Record {
    /// The text; its SHA-256 stands in the audit trail.
    pub json: String,
}

impl Record {
    /// The record of a review that ends now.
    pub(super) async fn of(
        tx: &mut Tx,
        scope: &Scope,
        review: ReviewId,
        items: Vec<ReviewItem>,
        now: i64,
    ) -> Result<Self, Error> {
        let (mpn_id, account, started_at, started_by, finished_by): (
            String,
            String,
            i64,
            Option<String>,
            Option<String>,
        ) = sql(include_str!("record_head.sql"))
            .bind(scope.account().0)
            .bind(review.0)
            .bind(scope.actor().map(|actor| actor.0))
            .fetch_one(tx)
            .await?;
        let (started_at, finished_at) = (moment(started_at), moment(now));
        let content = Content { mpn_id, account, review, started_at, started_by, finished_at, finished_by, items };
        Ok(Self { json: serde_json::to_string_pretty(&content)? })
    }

    /// The text's SHA-256 in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        audit::hex(&Sha256::digest(self.json.as_bytes()))
    }
}

/// The record of a finished review of the caller's account. The audit trail tells that it was taken away.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such finished review.
pub async fn record(domain: &Domain, caller: &Caller, review: ReviewId) -> Result<Record, Error> {
    let scope = caller.may(Permission::ReviewAccess)?;
    let mut tx = domain.db.write().await?;
    let json: Option<Option<String>> =
        sql(include_str!("record.sql")).bind(scope.account().0).bind(review.0).scalar_optional(&mut tx).await?;
    let json = json.flatten().ok_or(Error::NotFound)?;
    let (at, details) = (domain.clock.seconds(), json!({ "what": "access_review", "review": review }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, "access_review", &details).await?;
    tx.commit().await?;
    Ok(Record { json })
}

/// The same as a table for spreadsheets, with the record's digest on each row.
///
/// # Errors
/// As [`record`].
pub async fn record_csv(domain: &Domain, caller: &Caller, review: ReviewId) -> Result<(Record, Vec<u8>), Error> {
    const COLUMNS: [&str; 12] = [
        "person_id",
        "name",
        "email",
        "role",
        "last_used",
        "recommendation",
        "decision",
        "note",
        "decided_at",
        "decided_by",
        "finished_at",
        "record_sha256",
    ];
    let record = record(domain, caller, review).await?;
    let content: Content = serde_json::from_str(&record.json)?;
    let (mut table, digest, finished) =
        (Table::new(Separator::Comma), record.sha256(), content.finished_at.to_string());
    let mut file = table.opening();
    table.row(COLUMNS)?;
    for item in &content.items {
        let time = |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_string());
        let (person, used, decided) = (item.person.to_string(), time(item.last_used), time(item.decided_at));
        let by = item.decided_by.as_deref().unwrap_or_default();
        table.row([
            &*person,
            &*guarded(&item.name),
            &*guarded(&item.email),
            item.role.key(),
            &*used,
            item.recommendation.key(),
            item.decision.map_or("", Ruling::key),
            &*guarded(&item.note),
            &*decided,
            &*guarded(by),
            &*finished,
            &*digest,
        ])?;
    }
    file.extend(table.take()?);
    Ok((record, file))
}
