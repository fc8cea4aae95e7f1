//! Letters whose time has come.

use super::WEEK;
use crate::{
    Domain, Error,
    clock::moment,
    db::sql,
    mail::{self, Letter},
};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use model::{AccountId, Digest, PersonId};
use uuid::Uuid;

/// The hour of Monday, in UTC, at which files that come by themselves come, too.
const HOUR: i8 = 5;

/// Puts this week's letter down for everybody who held the role when it was due and has not stopped it. The week is written
/// down with the letter: however often this runs and on however many servers, each gets one. What it tells is found when it is
/// sent, as the recipient may then. Nothing when no mail server is configured.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn write_due(domain: &Domain) -> Result<(), Error> {
    if domain.mail.is_none() {
        return Ok(());
    }
    let now = domain.clock.now();
    let week = week_of(now);
    let due: Vec<(Uuid, Uuid)> =
        sql(include_str!("due.sql")).bind(week).bind(now.as_second()).fetch_all(&domain.db).await?;
    for (account, person) in due {
        let mut tx = domain.db.write().await?;
        let taken = sql(include_str!("take.sql")).bind(account).bind(person).bind(week).execute(&mut tx).await?;
        if taken > 0 {
            let letter = Letter::Digest { until: moment(week + WEEK), digest: Digest::default() };
            mail::put(&mut tx, domain, (AccountId(account), PersonId(person)), letter).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The last Monday at the hour, in seconds since 1970.
fn week_of(now: Timestamp) -> i64 {
    let today = TimeZone::UTC.to_datetime(now).date();
    let monday = today.saturating_sub(i64::from(today.weekday().to_monday_zero_offset()).days());
    let at = |day: Date| {
        let at = day.at(HOUR, 0, 0, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp());
        at.unwrap_or(now).as_second()
    };
    let this = at(monday);
    if this <= now.as_second() { this } else { at(monday.saturating_sub(7.days())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday_at_five() {
        for (now, week) in [
            ("2026-11-23T04:59:59Z", "2026-11-16T05:00:00Z"),
            ("2026-11-23T05:00:00Z", "2026-11-23T05:00:00Z"),
            ("2026-11-29T23:00:00Z", "2026-11-23T05:00:00Z"),
        ] {
            assert_eq!(week_of(now.parse().unwrap()), week.parse::<Timestamp>().unwrap().as_second(), "{now}");
        }
    }
}
