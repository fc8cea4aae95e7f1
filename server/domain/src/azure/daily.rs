//! Units and cost by day and metered resource.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    dictionary,
    fact::{Dim, Measure, Part},
    reading::{Reading, steady},
};
use jiff::civil::Date;
use model::{DailyUse, Dataset, Micros, Month, MonthRange, Permission};
use std::collections::{BTreeMap, BTreeSet};

/// What a row is called by, beside its customer and its day.
const DIMS: &[Dim] = &[Dim::Subscription, Dim::Meter, Dim::MeterCategory, Dim::Unit, Dim::Currency, Dim::Day];

/// Units, and the cost that rated rows have.
const MEASURES: &[Measure] = &[Measure::UnitsMicros, Measure::CostMicros];

/// Month, day of it, customer, and the dimensions before the day.
type Key = (Month, u32, u32, [u32; 5]);

/// Units, and the cost where the rows have one.
type Sums = BTreeMap<Key, (i64, Option<i64>)>;

/// What every subscription used of every metered resource on each day from one to another, both included, in the order of the
/// days. Currencies stay apart. Days without rows are absent: unknown, not zero. A month with rated rows is of them alone; of the
/// others units are known, and no cost.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn daily(domain: &Domain, caller: &Caller, from: Date, to: Date) -> Result<Vec<DailyUse>, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    steady!(build(domain, scope, from, to).await)
}

async fn build(domain: &Domain, scope: Scope, from: Date, to: Date) -> Result<Vec<DailyUse>, Error> {
    let reading = Reading::new(domain, scope).await?;
    let rated = reading.months(Dataset::DailyUsage);
    let unrated = reading.months(Dataset::DailyUnits);
    let mut sums = Sums::new();
    for month in (MonthRange { from: Month::of(from), to: Month::of(to) }).months() {
        let (dataset, measures) = match month {
            month if rated.contains(&month) => (Dataset::DailyUsage, MEASURES),
            month if unrated.contains(&month) => (Dataset::DailyUnits, &MEASURES[..1]),
            _ => continue,
        };
        for part in &reading.facts.rows((dataset, month), DIMS, measures).await? {
            add(&mut sums, month, part);
        }
    }
    // All of a month are read; its days outside of the span go here.
    sums.retain(|(month, day, ..), _| date(*month, *day).is_some_and(|day| (from..=to).contains(&day)));
    let ids: BTreeSet<u32> = sums.keys().map(|(.., of)| of[0]).collect();
    let subscriptions = dictionary::subscriptions(&domain.db, &scope, &ids).await?;
    let word = |dim, id| reading.dictionary.label(dim, id).to_owned();
    let row = |((month, day, customer, of), (units, cost)): (Key, (i64, Option<i64>))| {
        let (customer, name) = reading.dictionary.called(customer);
        Some(DailyUse {
            day: date(month, day)?,
            customer,
            name,
            subscription: subscriptions.get(&of[0]).cloned().unwrap_or_default(),
            meter: word(Dim::Meter, of[1]),
            category: word(Dim::MeterCategory, of[2]),
            unit: word(Dim::Unit, of[3]),
            currency: word(Dim::Currency, of[4]),
            units: Micros(units),
            cost: cost.map(Micros),
        })
    };
    Ok(sums.into_iter().filter_map(row).collect())
}

fn add(sums: &mut Sums, month: Month, part: &Part) {
    for (row, customer) in part.customers() {
        let of = std::array::from_fn(|dim| part.dims[dim].at(row));
        let sum = sums.entry((month, part.dims[5].at(row), customer, of)).or_default();
        sum.0 = sum.0.saturating_add(part.measures[0].at(row));
        if let Some(cost) = part.measures.get(1) {
            sum.1 = Some(sum.1.unwrap_or_default().saturating_add(cost.at(row)));
        }
    }
}

/// The day of a month; nothing when the month has no such day.
pub(super) fn date(month: Month, day: u32) -> Option<Date> {
    let (year, number) = (i16::try_from(month.year()).ok()?, i8::try_from(month.number()).ok()?);
    Date::new(year, number, i8::try_from(day).ok()?).ok()
}
