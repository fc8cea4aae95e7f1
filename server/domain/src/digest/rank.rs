//! How much a change weighs.

use crate::{
    insight::{ByCustomer, Pair},
    scan::last_day,
};
use model::{
    Change, ChangeKind as K,
    Metric::{self, Active, Assigned, Consumption, Customers, Deployment, Qualified, Seats, Sold, Usage},
};
use std::collections::HashSet;

/// The metrics that changes are found in.
pub(super) const METRICS: [Metric; 11] = [
    Customers,
    Seats,
    Metric::Subscriptions,
    Metric::SubscriptionsEnding,
    Sold,
    Assigned,
    Deployment,
    Qualified,
    Active,
    Usage,
    Consumption,
];

/// A part of a whole in millionths; 0 of nothing.
pub(super) fn share(part: i64, whole: i64) -> i64 {
    let found = (whole > 0).then(|| i128::from(part).abs() * 1_000_000 / i128::from(whole));
    i64::try_from(found.unwrap_or(0)).unwrap_or(i64::MAX)
}

/// Days after a month's end that an end of a subscription is looked for in, as the page of subscriptions does.
const SOON: i64 = 30;

/// All changes at customers, in no order. `today` is in days since 1970.
pub(super) fn at_customers(found: &ByCustomer, today: i64) -> Vec<Change> {
    let mut changes = moved(found);
    // Whoever came or went is told of once: that all their seats and licences went with them says nothing more.
    let told: HashSet<String> = changes.iter().map(|change| change.key.clone()).collect();
    let mut more = differences(found, Seats, K::SeatsGained, K::SeatsLost);
    more.extend(differences(found, Consumption, K::AzureRose, K::AzureFell));
    more.extend(falls(found, Deployment, Sold, K::AssignedFell));
    more.extend(falls(found, Usage, Qualified, K::ActiveFell));
    more.retain(|change| !told.contains(&change.key));
    changes.extend(more);
    changes.extend(endings(found, today));
    changes
}

/// Customers who came and went. They weigh what they have of seats, licences or consumption, whichever is most of the account's,
/// and at least as one of all customers.
fn moved(found: &ByCustomer) -> Vec<Change> {
    let Some(pair) = found.of(Customers).filter(|pair| pair.comparable) else { return Vec::new() };
    let one = share(1, total(pair, Customers).max(total_before(pair, Customers)));
    let change = |customer: u32| {
        let (now, before) = (pair.now(Customers, customer)?, pair.before(Customers, customer)?);
        let kind = match (before > 0, now > 0) {
            (false, true) => K::CustomerWon,
            (true, false) => K::CustomerLost,
            _ => return None,
        };
        let shares = [Seats, Sold, Consumption].into_iter().filter_map(|metric| {
            let of = found.of(metric)?;
            Some(match kind {
                K::CustomerWon => share(of.now(metric, customer)?, total(of, metric)),
                _ => share(of.before(metric, customer)?, total_before(of, metric)),
            })
        });
        let weight = shares.max().unwrap_or(0).max(one);
        Some(made(found, pair, (kind, customer), (now, Some(before)), weight))
    };
    pair.customers().filter_map(change).collect()
}

/// Customers with more or less of something. They weigh the difference as a share of what the account has.
fn differences(found: &ByCustomer, metric: Metric, more: K, less: K) -> Vec<Change> {
    let Some(pair) = found.of(metric).filter(|pair| pair.comparable) else { return Vec::new() };
    let whole = total(pair, metric).max(total_before(pair, metric));
    let change = |customer: u32| {
        let (now, before) = (pair.now(metric, customer)?, pair.before(metric, customer)?);
        let kind = if now > before { more } else { less };
        let weight = share(now.saturating_sub(before), whole);
        (now != before).then(|| made(found, pair, (kind, customer), (now, Some(before)), weight))
    };
    pair.customers().filter_map(change).collect()
}

/// Customers of whose seats a smaller share is assigned or used. They weigh as many of the account's seats as the fall is worth:
/// ten points of a hundred seats are ten seats.
fn falls(found: &ByCustomer, metric: Metric, of: Metric, kind: K) -> Vec<Change> {
    let Some(pair) = found.of(metric).filter(|pair| pair.comparable) else { return Vec::new() };
    let whole = total(pair, of);
    let change = |customer: u32| {
        let (now, before) = (pair.now(metric, customer)?, pair.before(metric, customer)?);
        let seats = pair.now(of, customer)?;
        let weight = i128::from(share(seats, whole)) * i128::from(before - now) / 10_000;
        let weight = i64::try_from(weight).unwrap_or(i64::MAX);
        (now < before).then(|| made(found, pair, (kind, customer), (now, Some(before)), weight))
    };
    pair.customers().filter_map(change).collect()
}

/// Customers with subscriptions that end soon. They weigh their share of the account's seats, as far as it is theirs: the seats of a
/// customer are taken to be spread evenly over the subscriptions.
fn endings(found: &ByCustomer, today: i64) -> Vec<Change> {
    let ending = Metric::SubscriptionsEnding;
    let Some(pair) = found.of(ending) else { return Vec::new() };
    // Data of long ago tells of ends that are past.
    if last_day(pair.month) + SOON < today {
        return Vec::new();
    }
    let whole = total(pair, Seats);
    let change = |customer: u32| {
        let now = pair.now(ending, customer).filter(|now| *now > 0)?;
        let held = share(now, pair.now(Metric::Subscriptions, customer)?);
        let seats = share(pair.now(Seats, customer)?, whole);
        let weight = i64::try_from(i128::from(held) * i128::from(seats) / 1_000_000).unwrap_or(i64::MAX);
        Some(made(found, pair, (K::Ending, customer), (now, pair.before(ending, customer)), weight))
    };
    pair.customers().filter_map(change).collect()
}

fn made(
    found: &ByCustomer,
    pair: &Pair,
    (kind, customer): (K, u32),
    (now, before): (i64, Option<i64>),
    weight: i64,
) -> Change {
    let (key, name) = found.called(customer);
    Change { kind, key, name, month: pair.month, now, before, weight }
}

fn total(pair: &Pair, metric: Metric) -> i64 {
    pair.customers().filter_map(|customer| pair.now(metric, customer)).fold(0, i64::saturating_add)
}

fn total_before(pair: &Pair, metric: Metric) -> i64 {
    pair.customers().filter_map(|customer| pair.before(metric, customer)).fold(0, i64::saturating_add)
}
