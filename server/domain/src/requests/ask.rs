//! Asking for a role.

use crate::{Domain, Error, access::Caller, audit, audit::Action, clock::DAY, db::sql, note::note, notices};
use model::{Invalid, News, Permission, RequestId, Role};
use serde_json::json;
use uuid::Uuid;

/// How many requests a person may make in 24 hours.
pub const MOST_A_DAY: i64 = 5;

/// Asks for a role, and tells those who decide. Asking again while a request for it is open changes nothing.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Invalid`] for a role that the caller holds already or a guest may not hold,
/// and after [`MOST_A_DAY`] requests in a day; [`Error::Db`] when the database fails.
pub async fn ask(domain: &Domain, caller: &Caller, role: Role, words: &str) -> Result<(), Error> {
    let scope = caller.may(Permission::RequestAccess)?;
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let (account, person, now) = (scope.account(), visitor.person, domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    let (held, open, guest, today): (i64, i64, i64, i64) = sql(include_str!("before.sql"))
        .bind(account.0)
        .bind(person.0)
        .bind(role.key())
        .bind(now)
        .bind(now - DAY)
        .fetch_optional(&mut tx)
        .await?
        .ok_or(Error::NotFound)?;
    if open > 0 {
        return Ok(());
    }
    let refused = match () {
        () if held > 0 => Some(Invalid::RoleHeld),
        () if guest > 0 && !role.for_guests() => Some(Invalid::GuestRole),
        () if today >= MOST_A_DAY => Some(Invalid::TooManyRequests),
        () => None,
    };
    if let Some(what) = refused {
        return Err(Error::Invalid(what));
    }
    let (id, words) = (RequestId(Uuid::now_v7()), note(words));
    sql(include_str!("ask.sql"))
        .bind(account.0)
        .bind(id.0)
        .bind(person.0)
        .bind(role.key())
        .bind(&words)
        .bind(now)
        .execute(&mut tx)
        .await?;
    let news = News::RequestMade { person, name: visitor.name.clone(), role };
    notices::tell_admins(&mut tx, account, &[Some(person)], &news, now).await?;
    let details = json!({ "request": id, "role": role, "note": words });
    audit::record(&mut tx, now, account, Some(person), Action::AccessRequested, &person.to_string(), &details).await?;
    tx.commit().await?;
    Ok(())
}
