//! Taking the next file to be made.

use crate::{
    Domain, Error,
    db::{DbError, sql},
};
use model::{AccountId, Delivery, FileId, FileOrder, PersonId};
use uuid::Uuid;

/// After so many seconds without news of it a file is taken to be nobody's: its server was stopped.
const GONE: i64 = 60;
/// How often a file is begun at most.
pub(super) const MOST_TRIES: i64 = 3;

/// A file to be made by this server.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub(super) account: AccountId,
    pub(super) id: FileId,
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) order: FileOrder,
    pub(super) delivery: Delivery,
    /// With this one.
    pub(super) tries: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    account_id: Uuid,
    id: Uuid,
    person_id: Uuid,
    name: String,
    wanted: String,
    delivery: String,
    tries: i64,
}

/// The file that has waited longest; nothing when none waits.
pub(super) async fn take(domain: &Domain) -> Result<Option<Work>, Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let row: Option<Row> = sql(include_str!("take.sql"))
        .on_postgres(include_str!("take.postgres.sql"))
        .bind(now)
        .bind(now - GONE)
        .fetch_optional(&mut tx)
        .await?;
    tx.commit().await?;
    let Some(row) = row else { return Ok(None) };
    let delivery = Delivery::from_key(&row.delivery);
    Ok(Some(Work {
        account: AccountId(row.account_id),
        id: FileId(row.id),
        person: PersonId(row.person_id),
        name: row.name,
        order: serde_json::from_str(&row.wanted)?,
        delivery: delivery.ok_or_else(|| DbError::Damaged("delivery of a file".into()))?,
        tries: row.tries,
    }))
}
