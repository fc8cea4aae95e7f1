//! Azure usage: one row per subscription, service, month (in some files day) and attribution.

use super::{
    super::{
        cell,
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn,
    partner::Partner,
};
use crate::fact::Dim;
use model::Dataset;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    service: TermColumn,
    partner: Partner,
    revenue: usize,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn) -> Self {
        // Service levels took the place of the name and the category in 2021.
        let service = [Column::ServiceLevel1, Column::ServiceName, Column::MeterCategory];
        Self {
            month,
            customers: Customers::new(layout),
            subscription: GuidColumn::new(layout.at(Column::SubscriptionId).unwrap_or(0)),
            service: TermColumn::new(layout.each(&service)),
            partner: Partner::new(layout),
            revenue: layout.at(Column::AzureRevenue).unwrap_or(0),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        let revenue = cell::nanos(record.get(self.revenue)).map_err(Bad::at(self.revenue))?.unwrap_or_default();
        let (subscription, deal) = self.subscription.id(record)?;
        let service = self.service.id(record)?;
        let partner = self.partner.row(record, deal)?;
        let customer = self.customers.id(record, month)?;
        let [market, segment, location, attribution, channel, counted] = partner.ids;
        let dims = [customer, subscription, service, market, segment, location, attribution, channel, counted];
        store.push(month, &dims, &[revenue], partner.fact);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.subscription.bytes() + self.service.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing(Dataset::AzureUsage);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Subscription, self.subscription.finish()));
        dictionaries.push((Dim::AzureService, self.service.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
