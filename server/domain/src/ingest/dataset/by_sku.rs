//! Usage by SKU (Enterprise Mobility, Dynamics 365, Power BI): one row per subscription, SKU, month and attribution.

use super::{
    super::{
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, StateColumn,
    partner::Partner,
    product, required,
};
use crate::fact::Dim;
use model::Dataset;

/// Reads any of the three: they differ in what they count.
pub(super) struct Rows {
    dataset: Dataset,
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    product: TermColumn,
    state: StateColumn,
    partner: Partner,
    /// Where the measures stand, in the order of the dataset's schema.
    measures: Vec<usize>,
    values: Vec<i64>,
}

impl Rows {
    pub(super) fn new(dataset: Dataset, layout: &Layout, month: MonthColumn) -> Self {
        let measures: &[Column] = match dataset {
            Dataset::EmsUsage => &[Column::PaidUnits, Column::ActiveUsers],
            _ => &[Column::AvailableSeats, Column::AssignedSeats, Column::ActiveSeats],
        };
        Self {
            dataset,
            month,
            customers: Customers::new(layout),
            subscription: GuidColumn::new(layout.at(Column::SubscriptionId).unwrap_or(0)),
            product: product(layout),
            state: StateColumn::new(layout.at(Column::SubscriptionState)),
            partner: Partner::new(layout),
            measures: layout.each(measures),
            values: Vec::new(),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        self.values.clear();
        for at in &self.measures {
            self.values.push(required(record, *at)?);
        }
        let state = self.state.id(record);
        let (subscription, deal) = self.subscription.id(record)?;
        let product = self.product.id(record)?;
        let partner = self.partner.row(record, deal)?;
        let customer = self.customers.id(record, month)?;
        let [market, segment, location, attribution, channel, counted] = partner.ids;
        let dims = [customer, subscription, product, state, market, segment, location, attribution, channel, counted];
        store.push(month, &dims, &self.values, partner.fact);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.subscription.bytes() + self.product.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing(self.dataset);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Subscription, self.subscription.finish()));
        dictionaries.push((Dim::Product, self.product.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
