//! Requests as pages show them.

use crate::{
    Domain, Error,
    access::Caller,
    clock::{DAY, moment},
    db::sql,
};
use model::{AccessRequest, Permission, PersonId, RequestId, RequestState, Role};
use uuid::Uuid;

/// For how many days a decided request stays on the list.
const SHOWN_DAYS: i64 = 30;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    name: String,
    email: String,
    role: String,
    note: String,
    asked_at: i64,
    state: String,
    decided_at: Option<i64>,
    decided_by: Option<String>,
    reason: String,
}

/// The account's requests: the open ones, longest waiting first, then those closed in the last 30 days, newest first.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Vec<AccessRequest>, Error> {
    let scope = caller.may(Permission::DecideRequests)?;
    let rows: Vec<Row> = sql(include_str!("list.sql"))
        .bind(scope.account().0)
        .bind(domain.clock.seconds() - SHOWN_DAYS * DAY)
        .fetch_all(&domain.db)
        .await?;
    let (open, mut closed): (Vec<_>, Vec<_>) = known(rows).partition(|request| request.state == RequestState::Open);
    closed.sort_by_key(|request| std::cmp::Reverse(request.decided_at));
    Ok(open.into_iter().chain(closed).collect())
}

/// The caller's own newest requests, newest first.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn mine(domain: &Domain, caller: &Caller) -> Result<Vec<AccessRequest>, Error> {
    let scope = caller.may(Permission::RequestAccess)?;
    let rows: Vec<Row> = sql(include_str!("mine.sql"))
        .bind(scope.account().0)
        .bind(scope.actor().map(|person| person.0))
        .fetch_all(&domain.db)
        .await?;
    Ok(known(rows).collect())
}

/// The caller's newest request for a role.
///
/// # Errors
/// As [`mine`].
pub async fn latest(domain: &Domain, caller: &Caller, role: Role) -> Result<Option<AccessRequest>, Error> {
    Ok(mine(domain, caller).await?.into_iter().find(|request| request.role == role))
}

/// One for a role that this version does not know is left out.
fn known(rows: Vec<Row>) -> impl Iterator<Item = AccessRequest> {
    rows.into_iter().filter_map(|row| {
        Some(AccessRequest {
            id: RequestId(row.id),
            person: PersonId(row.person_id),
            role: Role::from_key(&row.role)?,
            state: RequestState::from_key(&row.state)?,
            name: row.name,
            email: row.email,
            note: row.note,
            asked_at: moment(row.asked_at),
            decided_at: row.decided_at.map(moment),
            decided_by: row.decided_by,
            reason: row.reason,
        })
    })
}
