//! The page of Azure by day.

use super::{budgets, daily};
use crate::{Domain, Error, access::Caller, reading::Reading};
use jiff::{ToSpan, civil::Date};
use model::{DailyQuery, DailyReport, Dataset, MeterUse, Micros, Month, Permission};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

/// Days shown when none are asked for.
const DEFAULT_DAYS: i64 = 30;
/// Days shown at most: a year and a day.
const MOST_DAYS: i64 = 366;

/// Metered resources of some days, and budgets.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn days(domain: &Domain, caller: &Caller, query: &DailyQuery) -> Result<DailyReport, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    let reading = Reading::new(domain, scope).await?;
    let wanted = query.customer.to_lowercase();
    let mut budgets = budgets(domain, caller).await?;
    budgets.retain(|it| wanted.is_empty() || it.customer == wanted || it.name.to_lowercase().contains(&wanted));
    let rated = reading.months(Dataset::DailyUsage).pop();
    let Some(last) = rated.max(reading.months(Dataset::DailyUnits).pop()) else {
        return Ok(DailyReport { budgets, ..DailyReport::default() });
    };
    let (from, to) = span(domain, caller, query, last).await?;
    let mut meters: BTreeMap<[String; 4], Meter> = BTreeMap::new();
    for row in daily(domain, caller, from, to).await? {
        if !wanted.is_empty() && row.customer != wanted && !row.name.to_lowercase().contains(&wanted) {
            continue;
        }
        let meter = meters.entry([row.currency, row.meter, row.category, row.unit]).or_default();
        *meter.days.entry(row.day).or_default() += row.units.0;
        meter.cost = row.cost.map(|cost| cost.0 + meter.cost.unwrap_or_default()).or(meter.cost);
        meter.subscriptions.insert(row.subscription);
    }
    let all: Vec<Date> = from.series(1.day()).take_while(|day| *day <= to).collect();
    let meter = |([currency, meter, category, unit], used): ([String; 4], Meter)| MeterUse {
        meter,
        category,
        unit,
        currency,
        units: Micros(used.days.values().sum()),
        cost: used.cost.map(Micros),
        subscriptions: used.subscriptions.len(),
        course: all.iter().map(|day| used.days.get(day).copied().map(Micros)).collect(),
    };
    let mut meters: Vec<MeterUse> = meters.into_iter().map(meter).collect();
    meters.sort_by_cached_key(|it| (it.currency.clone(), Reverse(it.cost), it.meter.clone()));
    Ok(DailyReport { days: Some((from, to)), meters, budgets })
}

#[derive(Default)]
struct Meter {
    days: BTreeMap<Date, i64>,
    cost: Option<i64>,
    subscriptions: HashSet<String>,
}

/// The days asked for, or the newest with rows and those before it.
async fn span(domain: &Domain, caller: &Caller, query: &DailyQuery, last: Month) -> Result<(Date, Date), Error> {
    let asked = query.to.or(query.from.and_then(|from| from.checked_add((DEFAULT_DAYS - 1).days()).ok()));
    let to = if let Some(to) = asked {
        to
    } else {
        let first: Date = last.first_day().parse().unwrap_or_default();
        daily(domain, caller, first, first.last_of_month()).await?.last().map_or(first, |row| row.day)
    };
    let earliest = |days: i64| to.checked_sub((days - 1).days()).unwrap_or(to);
    let from = query.from.unwrap_or_else(|| earliest(DEFAULT_DAYS)).min(to);
    Ok((from.max(earliest(MOST_DAYS)), to))
}
