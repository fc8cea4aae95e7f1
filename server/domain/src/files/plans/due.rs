//! Files whose time has come.

use super::{Owner, Row, put};
use crate::{Domain, Error, db::sql};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use model::{AccountId, Every, Invalid, PersonId};
use uuid::Uuid;

/// The hour of the day, in UTC: before people in Europe and after people in Asia have begun their day.
const HOUR: i8 = 5;

#[derive(sqlx::FromRow)]
struct Due {
    account_id: Uuid,
    person_id: Uuid,
    #[sqlx(flatten)]
    row: Row,
}

/// Puts down the files of kept orders whose time has come. Times that were missed while no server ran come once.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn run_due(domain: &Domain) -> Result<(), Error> {
    let now = domain.clock.now();
    let due: Vec<Due> = sql(include_str!("due.sql")).bind(now.as_second()).fetch_all(&domain.db).await?;
    for Due { account_id, person_id, row } in due {
        let was = row.next_at;
        let plan = row.plan()?;
        let owner = Owner { account: AccountId(account_id), person: PersonId(person_id) };
        let mut tx = domain.db.write().await?;
        let moved = sql(include_str!("later.sql"))
            .bind(account_id)
            .bind(plan.id.0)
            .bind(was)
            .bind(plan.every.map(|every| next(every, now)))
            .execute(&mut tx)
            .await?;
        if moved > 0 {
            match put(&mut tx, now.as_second(), owner, &plan.name, &plan.order, plan.delivery).await {
                // Twenty wait already: that this one does not come is no reason for the next not to.
                Ok(_) | Err(Error::Invalid(Invalid::TooManyFiles)) => {}
                Err(error) => return Err(error),
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// When something that comes back comes next, in seconds since 1970.
pub(super) fn next(every: Every, now: Timestamp) -> i64 {
    let today = TimeZone::UTC.to_datetime(now).date();
    let at = |day: Date| {
        let at = day.at(HOUR, 0, 0, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp());
        at.unwrap_or(now).as_second()
    };
    let comes = |day: Date| match every {
        Every::Day => true,
        Every::Week => day.weekday() == Weekday::Monday,
        Every::Month => day.day() == 1,
    };
    let days = (0..=31).map(|ahead: i64| today.saturating_add(ahead.days()));
    let next = days.filter(|day| comes(*day)).map(at).find(|at| *at > now.as_second());
    // In a month of 31 days the next first is at most 31 days off.
    next.unwrap_or_else(|| at(today.saturating_add(1.month())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_time_is_the_first_after_now() {
        for (every, now, then) in [
            (Every::Day, "2026-11-23T04:59:59Z", "2026-11-23T05:00:00Z"),
            (Every::Day, "2026-11-23T05:00:00Z", "2026-11-24T05:00:00Z"),
            (Every::Week, "2026-11-23T06:00:00Z", "2026-11-30T05:00:00Z"),
            (Every::Week, "2026-11-26T06:00:00Z", "2026-11-30T05:00:00Z"),
            (Every::Month, "2026-12-01T05:00:00Z", "2027-01-01T05:00:00Z"),
            (Every::Month, "2028-01-31T23:00:00Z", "2028-02-01T05:00:00Z"),
        ] {
            let found = next(every, now.parse().unwrap());
            assert_eq!(found, then.parse::<Timestamp>().unwrap().as_second(), "{every:?} after {now}");
        }
    }
}
