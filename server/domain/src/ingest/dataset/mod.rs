//! The rows of each dataset: which cells are read, in what type, into which column.

mod analytics;
mod azure;
mod budgets;
mod by_sku;
mod customers;
mod daily;
mod license;
mod office;
mod partner;
mod profile;
mod resellers;
mod subscriptions;
mod teams;

pub(super) use profile::Profile;

use super::{
    cell::{self, DateOrder},
    column::Column,
    dictionary::{Bad, Dictionary, Previous, TermColumn},
    finish::Finish,
    header::{Layout, Recognised},
    parsed::LocalCustomer,
    record::Record,
    store::Store,
};
use crate::fact::Dim;
use jiff::civil::{Date, DateTime};
use model::{BadCell, Dataset, Month};
use std::convert::Infallible;

/// Turns the records of a fact dataset into rows of a store.
pub(super) trait Rows {
    /// Reads one record whole, or leaves the store as it was.
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad>;
    /// What the dictionaries hold in memory, roughly.
    fn bytes(&self) -> usize;
    /// What the ids stand for.
    fn finish(self: Box<Self>) -> Found;
}

/// What the ids of rows stand for, and how a month is finished.
pub(super) struct Found {
    pub(super) dictionaries: Vec<(Dim, Dictionary)>,
    pub(super) customers: Vec<LocalCustomer>,
    pub(super) finish: Finish,
}

/// The reader of a dataset's rows, and whether they carry an extra number; nothing for datasets that are no facts.
pub(super) fn rows(known: &Recognised, order: DateOrder, now: DateTime) -> Option<(Box<dyn Rows>, bool)> {
    let month = MonthColumn::new(&known.layout, order, now.date());
    let estimated = known.layout.at(Column::DupPga).is_none();
    let layout = &known.layout;
    Some(match known.dataset {
        Dataset::LicenseDeployment => (Box::new(license::Rows::deployment(layout, month)), true),
        Dataset::LicenseUsage => (Box::new(license::Rows::usage(layout, month)), true),
        Dataset::Subscriptions => (Box::new(subscriptions::Rows::new(layout, month, order)), estimated),
        Dataset::SubscriptionAnalytics => (Box::new(analytics::Rows::new(layout, order, now)), false),
        Dataset::Customers => (Box::new(customers::Rows::new(layout, month)), estimated),
        Dataset::OfficeUsage => (Box::new(office::Rows::new(layout, month)), estimated),
        Dataset::EmsUsage | Dataset::DynamicsUsage | Dataset::PowerBiUsage => {
            (Box::new(by_sku::Rows::new(known.dataset, layout, month)), estimated)
        }
        Dataset::AzureUsage => (Box::new(azure::Rows::new(layout, month)), estimated),
        Dataset::DailyUsage => (Box::new(daily::Rows::rated(layout, month)), false),
        Dataset::DailyUnits => (Box::new(daily::Rows::unrated(layout, month)), false),
        Dataset::SpendingBudgets => (Box::new(budgets::Rows::new(layout, month)), false),
        Dataset::TeamsMeetings | Dataset::TeamsWorkload | Dataset::TeamsApps => {
            (Box::new(teams::Rows::new(known.dataset, layout, month)), false)
        }
        Dataset::ResellerPerformance => (Box::new(resellers::Rows::new(layout, month)), false),
        _ => return None,
    })
}

/// A column of dates, as days since 1970; 0 for none.
struct DateColumn {
    at: Option<usize>,
    order: DateOrder,
    previous: Previous<i64>,
}

impl DateColumn {
    fn new(at: Option<usize>, order: DateOrder) -> Self {
        Self { at, order, previous: Previous::default() }
    }

    fn days(&mut self, record: Record<'_>) -> Result<i64, Bad> {
        let Some(at) = self.at else { return Ok(0) };
        let (cell, order) = (record.get(at), self.order);
        self.previous.get(cell, || Ok(cell::date(cell, order)?.map_or(0, i64::from))).map_err(Bad::at(at))
    }
}

/// The column that says which month a row belongs to.
struct MonthColumn {
    at: usize,
    order: DateOrder,
    last: Month,
    previous: Previous<(Date, u64)>,
}

impl MonthColumn {
    fn new(layout: &Layout, order: DateOrder, today: Date) -> Self {
        let dates = [Column::Processed, Column::Month, Column::UsageDate, Column::LastModified];
        let at = layout.first(&dates).unwrap_or(0);
        // Further ahead is a slip of the keyboard, and would stretch every chart.
        let last = Month::of(today).plus(120);
        Self { at, order, last, previous: Previous::default() }
    }

    /// The month, and the date as days since 1970.
    fn month(&mut self, record: Record<'_>) -> Result<(Month, u64), Bad> {
        self.date(record).map(|(date, days)| (Month::of(date), days))
    }

    /// The month, and the day of it.
    fn day(&mut self, record: Record<'_>) -> Result<(Month, u32), Bad> {
        self.date(record).map(|(date, _)| (Month::of(date), u32::from(date.day().unsigned_abs())))
    }

    fn date(&mut self, record: Record<'_>) -> Result<(Date, u64), Bad> {
        let (cell, order, last) = (record.get(self.at), self.order, self.last);
        let found = self.previous.get(cell, || {
            let days = cell::date(cell, order)?.ok_or(BadCell::Empty)?;
            let date = Date::new(1970, 1, 1).and_then(|first| first.checked_add(jiff::Span::new().days(days)));
            let date = date.map_err(|_| BadCell::NotADate)?;
            if date.year() < 2000 || Month::of(date) > last {
                return Err(BadCell::NotADate);
            }
            Ok((date, u64::try_from(days).unwrap_or(0)))
        });
        found.map_err(Bad::at(self.at))
    }
}

/// A column of states; all unknown when there is none.
struct StateColumn {
    at: Option<usize>,
    previous: Previous<u32>,
}

impl StateColumn {
    fn new(at: Option<usize>) -> Self {
        Self { at, previous: Previous::default() }
    }

    fn id(&mut self, record: Record<'_>) -> u32 {
        let Some(at) = self.at else { return 0 };
        let cell = record.get(at);
        self.previous.get(cell, || Ok::<_, Infallible>(cell::state(cell))).unwrap_or_else(|never| match never {})
    }
}

/// The product of rows that name a SKU, or at least a product.
fn product(layout: &Layout) -> TermColumn {
    TermColumn::new(layout.each(&[Column::Sku, Column::RawProductName, Column::ReportingProductName, Column::Product]))
}

/// A whole number that no row may lack.
fn required(record: Record<'_>, at: usize) -> Result<i64, Bad> {
    cell::integer(record.get(at)).and_then(|value| value.ok_or(BadCell::Empty)).map_err(Bad::at(at))
}

/// An amount; 0 when there is none or no such column.
fn cents(record: Record<'_>, at: Option<usize>) -> Result<i64, Bad> {
    let Some(at) = at else { return Ok(0) };
    cell::amount(record.get(at)).map(Option::unwrap_or_default).map_err(Bad::at(at))
}

/// A flag that is not there, or 0, or 1.
fn flag(record: Record<'_>, at: Option<usize>) -> Result<Option<bool>, Bad> {
    at.map_or(Ok(None), |at| cell::flag(record.get(at)).map_err(Bad::at(at)))
}
