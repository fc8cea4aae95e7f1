//! Customers and revenue: one row per customer, product, month and attribution.

use super::{
    super::{
        column::Column,
        dictionary::{Bad, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, cents,
    partner::Partner,
    product, required,
};
use crate::fact::Dim;
use model::Dataset;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    product: TermColumn,
    partner: Partner,
    seats: usize,
    revenue: Option<usize>,
    azure: Option<usize>,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn) -> Self {
        Self {
            month,
            customers: Customers::new(layout),
            product: product(layout),
            partner: Partner::new(layout),
            seats: layout.first(&[Column::TotalSoldSeats, Column::AvailableSeats]).unwrap_or(0),
            revenue: layout.at(Column::BilledRevenue),
            azure: layout.at(Column::AzureRevenue),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        let seats = required(record, self.seats)?;
        let (revenue, azure) = (cents(record, self.revenue)?, cents(record, self.azure)?);
        let product = self.product.id(record)?;
        let partner = self.partner.row(record, false)?;
        let customer = self.customers.id(record, month)?;
        let [market, segment, location, attribution, channel, counted] = partner.ids;
        store.push(
            month,
            &[customer, product, market, segment, location, attribution, channel, counted],
            &[seats, revenue, azure],
            partner.fact,
        );
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.product.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing(Dataset::Customers);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Product, self.product.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
