//! A person's notices.

use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use model::{Notice, Permission};

/// The caller's newest hundred notices in this account, newest first. One of a kind that this version does not know is left
/// out.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Vec<Notice>, Error> {
    let scope = caller.may(Permission::ReadNotices)?;
    let rows: Vec<(String, i64, Option<i64>)> = sql(include_str!("list.sql"))
        .bind(scope.account().0)
        .bind(scope.actor().map(|person| person.0))
        .fetch_all(&domain.db)
        .await?;
    let notice = |(details, at, seen): (String, i64, Option<i64>)| {
        let news = serde_json::from_str(&details).ok()?;
        Some(Notice { at: moment(at), seen: seen.is_some(), news })
    };
    Ok(rows.into_iter().filter_map(notice).collect())
}
