//! Subscription analytics: one row per subscription, as it stands when the vendor's API is asked. Rows name no month.

use super::{
    super::{
        cell::{self, DateOrder},
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    DateColumn, Found, StateColumn, flag, required,
};
use crate::fact::Dim;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use model::Month;

/// Reads the API's rows, and a table with the same names.
pub(super) struct Rows {
    month: Month,
    /// The moment of the import: in seconds, and in days since 1970.
    now: (i64, i64),
    customers: Customers,
    subscription: GuidColumn,
    product: TermColumn,
    state: StateColumn,
    status: TermColumn,
    auto_renew: Option<usize>,
    risk: Option<usize>,
    market: TermColumn,
    seats: usize,
    created: usize,
    /// Effective start, commitment end, trial start, trial end, conversion, renewal, usage, end.
    dates: [DateColumn; 8],
}

impl Rows {
    pub(super) fn new(layout: &Layout, order: DateOrder, now: DateTime) -> Self {
        let dates = [
            Column::EffectiveStart,
            Column::CommitmentEnd,
            Column::TrialStart,
            Column::TrialEnd,
            Column::Converted,
            Column::LastRenewal,
            Column::LastUsage,
            Column::Deprovisioned,
        ];
        let seconds = TimeZone::UTC.to_timestamp(now).map_or(0, Timestamp::as_second);
        Self {
            month: Month::of(now.date()),
            now: (seconds, seconds.div_euclid(86_400)),
            customers: Customers::called(layout, &[Column::CustomerTenantId, Column::CustomerId]),
            subscription: GuidColumn::new(layout.at(Column::SubscriptionId).unwrap_or(0)),
            product: TermColumn::new(layout.each(&[Column::ProductName])),
            state: StateColumn::new(layout.at(Column::Status)),
            status: TermColumn::new(layout.each(&[Column::Status])),
            auto_renew: layout.at(Column::AutoRenew),
            risk: layout.at(Column::ChurnRisk),
            market: TermColumn::new(layout.each(&[Column::CustomerMarket])),
            seats: layout.at(Column::LicenseCount).unwrap_or(0),
            created: layout.at(Column::Created).unwrap_or(0),
            dates: dates.map(|column| DateColumn::new(layout.at(column), order)),
        }
    }

    /// When it was made, in days since 1970, and how many seconds ago; both 0 for never.
    fn made(&self, record: Record<'_>) -> Result<[i64; 2], Bad> {
        let cell = record.get(self.created);
        let days = cell::date(cell, DateOrder::default()).map_err(Bad::at(self.created))?.map_or(0, i64::from);
        if days == 0 {
            return Ok([0, 0]);
        }
        let text = cell::text(cell).map_err(Bad::at(self.created))?;
        let utc = |time: DateTime| TimeZone::UTC.to_timestamp(time).ok();
        let made =
            text.parse().ok().or_else(|| text.parse().ok().and_then(utc)).map_or(days * 86_400, Timestamp::as_second);
        Ok([days, (self.now.0 - made).max(1)])
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let seats = required(record, self.seats)?;
        let [created, age] = self.made(record)?;
        let mut dates = [0; 8];
        for (days, column) in dates.iter_mut().zip(&mut self.dates) {
            *days = column.days(record)?;
        }
        let [starts, ends, trial_starts, trial_ends, converted, renewed, used, gone] = dates;
        let today = self.now.1;
        let left = if trial_ends == 0 { 0 } else { (trial_ends - today + 1).max(0) };
        let ago = if renewed == 0 { 0 } else { (today - renewed + 1).max(1) };
        let auto_renew = match flag(record, self.auto_renew)? {
            None => 0,
            Some(true) => 1,
            Some(false) => 2,
        };
        let state = self.state.id(record);
        let (subscription, _) = self.subscription.id(record)?;
        let (product, status) = (self.product.id(record)?, self.status.id(record)?);
        let risk = self.risk.map_or(0, |at| cell::risk(record.get(at)));
        let market = self.market.id(record)?;
        let customer = self.customers.id(record, self.month)?;
        let dims = [customer, subscription, product, state, status, auto_renew, risk, market];
        let measures =
            [seats, created, age, starts, ends, trial_starts, trial_ends, left, converted, renewed, ago, used, gone];
        store.push(self.month, &dims, &measures, 0);
        Ok(())
    }

    fn bytes(&self) -> usize {
        let terms = [&self.product, &self.status, &self.market];
        self.customers.bytes() + self.subscription.bytes() + terms.into_iter().map(TermColumn::bytes).sum::<usize>()
    }

    fn finish(self: Box<Self>) -> Found {
        let dictionaries = vec![
            (Dim::Subscription, self.subscription.finish()),
            (Dim::Product, self.product.finish()),
            (Dim::Status, self.status.finish()),
            (Dim::MarketCode, self.market.finish()),
        ];
        Found { dictionaries, customers: self.customers.finish(), finish: Finish::Nothing }
    }
}
