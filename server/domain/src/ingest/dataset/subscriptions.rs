//! Subscription details: one row per subscription, month and attribution.

use super::{
    super::{
        cell::DateOrder,
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    DateColumn, Found, MonthColumn, StateColumn, cents, flag,
    partner::Partner,
    product, required,
};
use crate::fact::Dim;
use model::Dataset;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    product: TermColumn,
    state: StateColumn,
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
            state: StateColumn::new(layout.first(&[Column::SubscriptionState, Column::Status])),
            auto_renew: layout.at(Column::AutoRenew),
            partner: Partner::new(layout),
            seats: layout.first(&seats).unwrap_or(0),
            revenue: layout.at(Column::BilledRevenue),
            starts: DateColumn::new(layout.at(Column::SubscriptionStart), order),
            ends: DateColumn::new(layout.at(Column::SubscriptionEnd), order),
        }
    }
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
        let state = self.state.id(record);
        let (subscription, deal) = self.subscription.id(record)?;
        let product = self.product.id(record)?;
        let partner = self.partner.row(record, deal)?;
        let customer = self.customers.id(record, month)?;
        let [market, segment, location, attribution, channel, counted] = partner.ids;
        store.push(
            month,
            &[
                customer,
                subscription,
                product,
                state,
                auto_renew,
                market,
                segment,
                location,
                attribution,
                channel,
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
        let finish = self.partner.finishing(Dataset::Subscriptions);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Subscription, self.subscription.finish()));
        dictionaries.push((Dim::Product, self.product.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
