//! Where a person is signed in.

use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use model::{Permission, PersonId, SessionId, SessionRow, SignInMethod};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    method: String,
    ip: String,
    agent: String,
    account: String,
    created_at: i64,
    last_seen_at: i64,
}

/// The caller's own sessions, in whatever account, the one last used first.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::Db`] when the database fails.
pub async fn own(domain: &Domain, caller: &Caller) -> Result<Vec<SessionRow>, Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let this = caller.visitor().map(|visitor| visitor.session);
    match scope.actor() {
        Some(person) => read(domain, person, None, this).await,
        None => Ok(Vec::new()),
    }
}

/// The sessions of a person in the caller's account, the one last used first; what they do elsewhere does not show.
///
/// # Errors
/// As [`own`].
pub async fn of(domain: &Domain, caller: &Caller, person: PersonId) -> Result<Vec<SessionRow>, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let this = caller.visitor().map(|visitor| visitor.session);
    read(domain, person, Some(scope.account().0), this).await
}

async fn read(
    domain: &Domain,
    person: PersonId,
    account: Option<Uuid>,
    this: Option<SessionId>,
) -> Result<Vec<SessionRow>, Error> {
    let rows: Vec<Row> = sql(include_str!("list.sql"))
        .bind(person.0)
        .bind(account)
        .bind(domain.clock.seconds())
        .fetch_all(&domain.db)
        .await?;
    let session = |row: Row| SessionRow {
        id: SessionId(row.id),
        method: SignInMethod::from_key(&row.method),
        ip: row.ip,
        agent: row.agent,
        account: row.account,
        began: moment(row.created_at),
        last_seen: moment(row.last_seen_at),
        this: this == Some(SessionId(row.id)),
    };
    Ok(rows.into_iter().map(session).collect())
}
