//! Facts of a large reseller, made up directly as columns.

use super::{Failure, sales};
use domain::db::sql;
use domain::{
    Domain,
    fact::{self, Columns, Dim, schema},
};
use jiff::{
    Unit,
    civil::{Date, date},
};
use model::{AccountId, Dataset, ImportId, Month};
use rand_pcg::{
    Pcg64,
    rand_core::{Rng, SeedableRng},
};
use uuid::Uuid;

/// Months of facts, the first of them.
pub(crate) const MONTHS: i32 = 24;
pub(crate) const PRODUCTS: u32 = 14;
pub(crate) const WORKLOADS: u32 = 12;
pub(crate) const MARKETS: u32 = 24;
pub(crate) const SEGMENTS: u32 = 5;
pub(crate) const LOCATIONS: u32 = 60;
pub(crate) const CHANNELS: u32 = 4;
pub(crate) const SERVICES: u32 = 40;
pub(crate) const METERS: u32 = 600;
pub(crate) const FAMILIES: u32 = 6;
pub(crate) const RESELLERS: u32 = 400;
/// A month of metered resources has as many rows as two and a half of consumption.
const MONTHS_OF_AZURE: u64 = 24 + 5;
const EPOCH: Date = date(1970, 1, 1);
/// Months of metered resources by the day.
const DAILY_MONTHS: i32 = 2;

/// The month `n` months after the first.
pub(crate) fn month(n: i32) -> Month {
    Month::of(jiff::civil::date(2024, 11, 1)).plus(n)
}

/// How large.
pub(crate) struct Shape {
    pub(crate) customers: u32,
    pub(crate) azure_rows: u64,
}

impl Shape {
    /// A customer has about 16.7 licence rows a month: 4.2 of deployment, 12.5 of usage. Half as many rows are of Azure.
    pub(crate) fn of_rows(rows: u64) -> Self {
        let customers = u32::try_from(rows * 10 / 167 / u64::from(MONTHS.unsigned_abs())).unwrap_or(u32::MAX);
        Self { customers, azure_rows: rows / 2 }
    }
}

/// What was written.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) licence_rows: u64,
    pub(crate) licence_bytes: u64,
    pub(crate) customer_rows: u64,
    pub(crate) azure_rows: u64,
    pub(crate) other_rows: u64,
    /// Subscriptions of seats and of Azure.
    pub(crate) subscriptions: u32,
}

pub(crate) struct Dice(Pcg64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    pub(crate) fn below(&mut self, n: u32) -> u32 {
        u32::try_from((u64::from(self.0.next_u32()) * u64::from(n)) >> 32).unwrap_or(0)
    }

    /// Mostly small, seldom very large.
    fn seats(&mut self) -> i64 {
        let size = 1 << self.below(11);
        i64::from(1 + self.below(size) + if self.below(200) == 0 { self.below(30_000) } else { 0 })
    }
}

pub(crate) struct Holding {
    pub(crate) customer: u32,
    pub(crate) product: u32,
    pub(crate) channel: u32,
    pub(crate) sold: i64,
    /// Percent of seats that people use.
    uptake: u32,
    workloads: Vec<u32>,
}

/// Writes all months and makes them current.
pub(crate) async fn write(domain: &Domain, account: AccountId, shape: &Shape) -> Result<Written, Failure> {
    let mut dice = Dice::new(42);
    let mut holdings = holdings(&mut dice, shape.customers);
    let customers = customers(&mut dice, shape.customers);
    let mut written = Written::default();
    let seats = u32::try_from(holdings.len())?;
    let metered = sales::metered(&mut dice, shape.customers, shape.azure_rows / MONTHS_OF_AZURE, seats);
    written.subscriptions = seats + u32::try_from(metered.len())?;
    for n in 0..MONTHS {
        for holding in &mut holdings {
            // A sixth of the holdings grows or shrinks each month.
            if dice.below(6) == 0 {
                holding.sold = (holding.sold + i64::from(dice.below(21)) - 9).max(0);
            }
        }
        let (deployment, usage) = licences(&mut dice, &holdings)?;
        for (dataset, columns) in [(Dataset::LicenseDeployment, deployment), (Dataset::LicenseUsage, usage)] {
            let totals = put(domain, account, dataset, month(n), columns).await?;
            written.licence_rows += totals.rows;
            written.licence_bytes += totals.bytes;
        }
        let day = i64::from(month(n + 1).first_day().parse::<Date>()?.since((Unit::Day, EPOCH))?.get_days()) - 1;
        let mut others = vec![
            (Dataset::Subscriptions, sales::subscriptions(&mut dice, &holdings, day)?),
            (Dataset::ResellerPerformance, sales::resellers(&mut dice, &holdings)?),
            (Dataset::AzureUsage, sales::consumption(&mut dice, &metered)?),
        ];
        if n >= MONTHS - DAILY_MONTHS {
            others.push((Dataset::DailyUsage, sales::daily(&mut dice, &metered)?));
        }
        for (dataset, columns) in others {
            let rows = put(domain, account, dataset, month(n), columns).await?.rows;
            let azure = matches!(dataset, Dataset::AzureUsage | Dataset::DailyUsage);
            *(if azure { &mut written.azure_rows } else { &mut written.other_rows }) += rows;
        }
        written.customer_rows += put(domain, account, Dataset::Customers, month(n), customers.clone()).await?.rows;
    }
    domain.db.checkpoint().await?;
    Ok(written)
}

fn holdings(dice: &mut Dice, customers: u32) -> Vec<Holding> {
    let mut all = Vec::new();
    for customer in 1..=customers {
        let channel = 1 + dice.below(CHANNELS);
        for product in 1..=PRODUCTS {
            if dice.below(10) >= 3 {
                continue;
            }
            let workloads = (1..=WORKLOADS).filter(|workload| (workload * 7 + product * 3) % 4 == 0);
            let (sold, uptake) = (dice.seats(), 10 + dice.below(95));
            all.push(Holding { customer, product, channel, sold, uptake, workloads: workloads.collect() });
        }
    }
    all
}

fn licences(dice: &mut Dice, holdings: &[Holding]) -> Result<(Columns, Columns), Failure> {
    let [mut deployment, mut usage] = [empty(Dataset::LicenseDeployment)?, empty(Dataset::LicenseUsage)?];
    for h in holdings {
        let used = |dice: &mut Dice, of: i64| of * i64::from(h.uptake + dice.below(5)) / 100;
        let assigned = used(dice, h.sold);
        push(&mut deployment, &[h.customer, h.product, 1, h.channel], &[h.sold, assigned]);
        for &workload in &h.workloads {
            let active = used(dice, assigned);
            push(&mut usage, &[h.customer, h.product, workload, 1, h.channel], &[assigned, active]);
        }
    }
    Ok((deployment, usage))
}

/// One customer in five has a second location.
fn customers(dice: &mut Dice, customers: u32) -> Columns {
    let schema = schema(Dataset::Customers);
    let mut columns = schema.map(Columns::new).unwrap_or_default();
    for customer in 1..=customers {
        let [market, segment] = [MARKETS, SEGMENTS].map(|n| 1 + dice.below(n));
        for counted in (0..=1).rev().take(if dice.below(5) == 0 { 2 } else { 1 }) {
            let location = 1 + dice.below(LOCATIONS);
            let ids: Vec<u32> = schema
                .map_or(&[][..], |schema| schema.dims)
                .iter()
                .map(|dim| match dim {
                    Dim::Customer => customer,
                    Dim::Market => market,
                    Dim::Segment => segment,
                    Dim::Location => location,
                    Dim::Counted => counted,
                    _ => 1,
                })
                .collect();
            push(&mut columns, &ids, &[0, 0, 0]);
        }
    }
    columns
}

pub(crate) fn empty(dataset: Dataset) -> Result<Columns, Failure> {
    Ok(Columns::new(schema(dataset).ok_or("not facts")?))
}

pub(crate) fn push(columns: &mut Columns, ids: &[u32], values: &[i64]) {
    columns.dims.iter_mut().zip(ids).for_each(|(column, id)| column.push(*id));
    columns.measures.iter_mut().zip(values).for_each(|(column, value)| column.push(*value));
}

/// What an import does, without its record of the file.
async fn put(
    domain: &Domain,
    account: AccountId,
    dataset: Dataset,
    month: Month,
    columns: Columns,
) -> Result<fact::Totals, Failure> {
    let (import, rows) = (ImportId(Uuid::now_v7()), i64::try_from(columns.rows())?);
    let mut tx = domain.db.write().await?;
    sql("insert into import (account_id, id, file, sha256, bytes, state, started_at, seen_at) \
         values ($1, $2, 'made up', $3, 0, 'running', 0, 0)")
    .bind(account.0)
    .bind(import.0)
    .bind(vec![0_u8])
    .execute(&mut tx)
    .await?;
    sql("insert into import_month (account_id, dataset, month, import_id, current, rows, totals) \
         values ($1, $2, $3, $4, 1, $5, '{}')")
    .bind(account.0)
    .bind(dataset.key())
    .bind(month.first_day())
    .bind(import.0)
    .bind(rows)
    .execute(&mut tx)
    .await?;
    let totals = fact::put_month(&mut tx, account, import, dataset, month, columns).await?;
    sql("update account set data_version = data_version + 1 where id = $1").bind(account.0).execute(&mut tx).await?;
    tx.commit().await?;
    Ok(totals)
}
