//! An account's reviews.

use super::{due::REVIEW_DAYS, items::items, record::Record};
use crate::{
    Domain, Error,
    access::Caller,
    clock::{DAY, moment},
    db::sql,
};
use model::{FinishedReview, Permission, Review, ReviewId, Reviews};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    started_at: i64,
    started_by: Option<String>,
    finished_at: Option<i64>,
    finished_by: Option<String>,
    kept: i64,
    revoked: i64,
    record: Option<String>,
}

/// The review under way with all its items, those that are done, and when the next is due.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Reviews, Error> {
    let scope = caller.may(Permission::ReviewAccess)?;
    let rows: Vec<Row> = sql(include_str!("list.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
    let mut reviews = Reviews { open: None, finished: Vec::new(), due: domain.clock.now() };
    let since: i64 = sql(include_str!("since.sql")).bind(scope.account().0).scalar(&domain.db).await?;
    reviews.due = moment(since + REVIEW_DAYS * DAY);
    for row in rows {
        let id = ReviewId(row.id);
        match row.finished_at {
            None => {
                let items = items(&domain.db, scope.account(), id, domain.clock.seconds()).await?;
                let (started_at, started_by) = (moment(row.started_at), row.started_by);
                reviews.open = Some(Review { id, started_at, started_by, items });
            }
            Some(at) => reviews.finished.push(FinishedReview {
                id,
                finished_at: moment(at),
                finished_by: row.finished_by,
                kept: u32::try_from(row.kept).unwrap_or(u32::MAX),
                revoked: u32::try_from(row.revoked).unwrap_or(u32::MAX),
                sha256: Record { json: row.record.unwrap_or_default() }.sha256(),
            }),
        }
    }
    Ok(reviews)
}
