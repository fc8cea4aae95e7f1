//! Reports whose time has come.

use crate::{
    Domain, Error,
    db::{Tx, sql},
    files::{Owner, put},
};
use model::{AccountId, Delivery, FileId, Invalid, PersonId};
use uuid::Uuid;

const HOUR: i64 = 3_600;

#[derive(sqlx::FromRow)]
struct Due {
    account_id: Uuid,
    person_id: Uuid,
    id: Uuid,
    name: String,
    wanted: String,
    start_at: i64,
    every_hours: i64,
    remaining: Option<i64>,
    next_at: i64,
}

/// Puts down the files of reports whose time has come. Times that were missed while no server ran come once.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn run_due(domain: &Domain) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let due: Vec<Due> = sql(include_str!("due/list.sql")).bind(now).fetch_all(&domain.db).await?;
    for due in due {
        let order = serde_json::from_str(&due.wanted)?;
        let owner = Owner { account: AccountId(due.account_id), person: PersonId(due.person_id) };
        let remaining = due.remaining.map(|left| left - 1);
        let next = remaining.is_none_or(|left| left > 0).then(|| next(due.start_at, due.every_hours, now));
        let mut tx = domain.db.write().await?;
        let moved = sql(include_str!("due/later.sql"))
            .bind(due.account_id)
            .bind(due.id)
            .bind(due.next_at)
            .bind(next)
            .bind(remaining)
            .execute(&mut tx)
            .await?;
        if moved > 0 {
            match put(&mut tx, now, owner, &due.name, &order, Delivery::List).await {
                Ok(file) => belongs(&mut tx, owner.account, file, due.id).await?,
                // Twenty wait already: that this one does not come is no reason for the next not to.
                Err(Error::Invalid(Invalid::TooManyFiles)) => {}
                Err(error) => return Err(error),
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Says of which report a file is.
pub(super) async fn belongs(tx: &mut Tx, account: AccountId, file: FileId, report: Uuid) -> Result<(), Error> {
    let of = sql("update file set report_id = $3 where account_id = $1 and id = $2");
    of.bind(account.0).bind(file.0).bind(report).execute(tx).await?;
    Ok(())
}

/// The first of the times after now, in seconds since 1970.
pub(super) fn next(start: i64, hours: i64, now: i64) -> i64 {
    let every = hours.max(1) * HOUR;
    if start > now { start } else { start + ((now - start) / every + 1) * every }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_time_is_the_first_after_now() {
        assert_eq!(next(100, 4, 50), 100);
        assert_eq!(next(100, 4, 100), 100 + 4 * HOUR);
        assert_eq!(next(100, 4, 99 + 4 * HOUR), 100 + 4 * HOUR);
        assert_eq!(next(100, 4, 100 + 9 * HOUR), 100 + 12 * HOUR);
    }
}
