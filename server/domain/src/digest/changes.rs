//! What changed, for whoever asks.

use super::{WEEK, given::given, rank};
use crate::{Domain, Error, access::Caller, clock::moment, extract::permission, imports, insight::by_customer};
use jiff::tz::TimeZone;
use model::{Dataset, Digest, Month, Permission};
use std::cmp::Reverse;

/// How many changes there are at most.
const MOST: usize = 10;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The ten changes that weigh most, of each dataset's newest whole month against the one before it, and what came in during the
/// last seven days. Of datasets that the caller may not see there is nothing, and nothing of a month without rows.
///
/// A change weighs the share of the whole account that it moves: of its seats, of its Azure consumption, of its customers, of the
/// people who may see its figures. So kinds with different units stand fairly beside each other: a customer who takes a tenth of
/// all seats away weighs as much as one who consumes a tenth of all Azure less, and a trifle at a large customer as much as the
/// same at a small one.
///
/// # Errors
/// [`Error::Denied`] without the right to see licences; [`Error::Db`] when the database fails.
pub async fn changes(domain: &Domain, caller: &Caller) -> Result<Digest, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let now = domain.clock.now();
    let today = TimeZone::UTC.to_datetime(now).date();
    let found = by_customer(domain, caller, scope, &rank::METRICS, Month::of(today)).await?;
    let mut changes = rank::at_customers(&found, now.as_second().div_euclid(DAY));
    if caller.opens(Permission::ManagePeople) {
        changes.extend(given(domain, &caller.may(Permission::ManagePeople)?).await?);
    }
    changes.sort_by_cached_key(|change| (Reverse(change.weight), change.kind, change.name.clone(), change.key.clone()));
    changes.truncate(MOST);

    let since = moment(now.as_second() - WEEK);
    let mut fresh = imports::fresh(domain, scope).await?;
    fresh.retain(|it| caller.opens(right(it.dataset)));
    let imported = fresh.iter().filter_map(|it| it.imported).max();
    fresh.retain(|it| it.imported.is_some_and(|at| at > since));
    Ok(Digest { changes, since, imported, came_in: fresh })
}

/// What opens the page that a dataset is on.
const fn right(dataset: Dataset) -> Permission {
    match dataset {
        Dataset::ActivityLog => Permission::ViewActivity,
        dataset => permission(dataset),
    }
}
