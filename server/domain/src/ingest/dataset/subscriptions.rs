//! Subscription details: one row per subscription, month and attribution.

use super::{
    super::{
        cell::{self, DateOrder},
        column::Column,
        dictionary::{Bad, GuidColumn, Previous, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    DateColumn, Found, MonthColumn, cents,
    customers::Partner,
    flag, required,
};
use crate::fact::Dim;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    product: TermColumn,
    state: Option<usize>,
    states: Previous<u32>,
    auto_renew: Option<usize>,
    partner: Partner,
    seats: usize,
    revenue: Option<usize>,
    starts: DateColumn,
    ends: DateColumn,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn, order: DateOrder) -> Self {
        // Where the seats at the end of the period are given, `AvailableSeats` is their change.
        let seats = [Column::SeatsEop, Column::TotalSoldSeats, Column::AvailableSeats];
        Self {
            month,
            customers: Customers::new(layout),
            subscription: GuidColumn::new(layout.at(Column::SubscriptionId).unwrap_or(0)),
            product: product(layout),
            state: layout.first(&[Column::SubscriptionState, Column::Status]),
            states: Previous::default(),
            auto_renew: layout.at(Column::AutoRenew),
            partner: Partner::new(layout),
            seats: layout.first(&seats).unwrap_or(0),
            revenue: layout.at(Column::BilledRevenue),
            starts: DateColumn::new(layout.at(Column::SubscriptionStart), order),
            ends: DateColumn::new(layout.at(Column::SubscriptionEnd), order),
        }
    }
}

/// The product of rows that name a SKU, or at least a product.
pub(super) fn product(layout: &Layout) -> TermColumn {
    TermColumn::new(layout.each(&[Column::Sku, Column::RawProductName, Column::ReportingProductName, Column::Product]))
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        let seats = required(record, self.seats)?;
        let revenue = cents(record, self.revenue)?;
        let (starts, ends) = (self.starts.days(record)?, self.ends.days(record)?);
        let auto_renew = match flag(record, self.auto_renew)? {
            None => 0,
            Some(true) => 1,
            Some(false) => 2,
        };
        let state = match self.state {
            Some(at) => {
                let cell = record.get(at);
                self.states.get(cell, || Ok(cell::state(cell)))?
            }
            None => 0,
        };
        let (subscription, deal) = self.subscription.id(record)?;
        let product = self.product.id(record)?;
        let partner = self.partner.ids(record)?;
        let customer = self.customers.id(record, month)?;
        // The all-zero subscription is a deal registration: a promise, not seats.
        let counted = partner.counted & u32::from(!deal);
        store.push(
            month,
            &[
                customer,
                subscription,
                product,
                state,
                auto_renew,
                partner.market,
                partner.segment,
                partner.location,
                partner.attribution,
                partner.channel,
                counted,
            ],
            &[seats, revenue, starts, ends],
            partner.fact,
        );
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.subscription.bytes() + self.product.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing([8, 7, 10], false);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Subscription, self.subscription.finish()));
        dictionaries.push((Dim::Product, self.product.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
