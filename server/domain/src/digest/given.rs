//! People who were given the role MPN partner admin.

use super::{WEEK, rank};
use crate::{Domain, Error, access::Scope, clock::moment, db::sql};
use jiff::tz::TimeZone;
use model::{Change, ChangeKind, Month, PersonId};
use uuid::Uuid;

/// Those who hold it since less than a week. One of five holders weighs a fifth: who may see all figures is their whole.
pub(super) async fn given(domain: &Domain, scope: &Scope) -> Result<Vec<Change>, Error> {
    let now = domain.clock.seconds();
    let holders: Vec<(Uuid, String, i64)> =
        sql(include_str!("given.sql")).bind(scope.account().0).bind(now).fetch_all(&domain.db).await?;
    let weight = rank::share(1, i64::try_from(holders.len()).unwrap_or(i64::MAX));
    let fresh = holders.into_iter().filter(|(_, _, at)| *at > now - WEEK);
    let change = |(person, name, at): (Uuid, String, i64)| Change {
        kind: ChangeKind::RoleGiven,
        key: PersonId(person).to_string(),
        name,
        month: Month::of(TimeZone::UTC.to_datetime(moment(at)).date()),
        now: 1,
        before: None,
        weight,
    };
    Ok(fresh.map(change).collect())
}
