//! What a review goes through.

use crate::{
    Error,
    clock::moment,
    db::{On, sql},
};
use model::{AccountId, PersonId, ReviewId, ReviewItem, Role, Ruling};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    name: String,
    email: String,
    role: String,
    last_used_at: Option<i64>,
    recommendation: String,
    decision: Option<String>,
    note: String,
    decided_at: Option<i64>,
    decided_by: Option<String>,
    held: i64,
}

/// A review's items: the catalogue's order of roles, names within.
pub(super) async fn items(
    on: impl Into<On<'_>>,
    account: AccountId,
    review: ReviewId,
    now: i64,
) -> Result<Vec<ReviewItem>, Error> {
    let rows: Vec<Row> = sql(include_str!("items.sql")).bind(account.0).bind(review.0).bind(now).fetch_all(on).await?;
    let item = |row: Row| {
        Some(ReviewItem {
            person: PersonId(row.person_id),
            role: Role::from_key(&row.role)?,
            recommendation: Ruling::from_key(&row.recommendation)?,
            name: row.name,
            email: row.email,
            last_used: row.last_used_at.map(moment),
            decision: row.decision.and_then(|key| Ruling::from_key(&key)),
            note: row.note,
            decided_at: row.decided_at.map(moment),
            decided_by: row.decided_by,
            held: row.held == 1,
        })
    };
    let mut items: Vec<ReviewItem> = rows.into_iter().filter_map(item).collect();
    items.sort_by_cached_key(|item| (item.role, item.name.to_lowercase(), item.person));
    Ok(items)
}
