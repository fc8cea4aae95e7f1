//! Azure by day: one row per subscription, meter and day, or several. No attribution repeats them. Rated rows have a cost in a
//! currency, the others units only.

use super::{
    super::{
        cell,
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn,
};
use crate::fact::Dim;
use model::BadCell;

/// Reads the reconciliation file and its twin of the API, and the API's rows of units.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    meter: TermColumn,
    category: TermColumn,
    unit: TermColumn,
    currency: TermColumn,
    units: usize,
    /// Where the cost stands, and its currency.
    cost: Option<[usize; 2]>,
}

impl Rows {
    /// Rows with a cost.
    pub(super) fn rated(layout: &Layout, month: MonthColumn) -> Self {
        // What is billed, in the currency of the invoice, before what the price list says in its own.
        let billed = [Column::BillingTotal, Column::BillingCurrency];
        let billed = billed.iter().all(|column| layout.at(*column).is_some());
        let (cost, currency) = if billed {
            (Column::BillingTotal, Column::BillingCurrency)
        } else {
            (Column::PricingTotal, Column::PricingCurrency)
        };
        let cost = [cost, currency].map(|column| layout.at(column).unwrap_or(0));
        Self { currency: TermColumn::new(vec![cost[1]]), cost: Some(cost), ..Self::unrated(layout, month) }
    }

    /// Rows without.
    pub(super) fn unrated(layout: &Layout, month: MonthColumn) -> Self {
        let name = layout.first(&[Column::MeterName, Column::MeterSubCategory]);
        Self {
            month,
            customers: Customers::called(layout, &[Column::CustomerTenantId, Column::CustomerId]),
            subscription: GuidColumn::first(layout.each(&[Column::Entitlement, Column::SubscriptionId])),
            meter: match layout.at(Column::MeterId) {
                Some(id) => TermColumn::named(id, name),
                None => TermColumn::new(layout.each(&[Column::MeterName])),
            },
            category: TermColumn::new(layout.each(&[Column::MeterCategory])),
            unit: TermColumn::new(layout.each(&[Column::MeterUnit, Column::UnitType])),
            currency: TermColumn::new(Vec::new()),
            units: layout.at(Column::Quantity).unwrap_or(0),
            cost: None,
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, day) = self.month.day(record)?;
        let needed = |at: usize| {
            let value = cell::micros(record.get(at)).and_then(|value| value.ok_or(BadCell::Empty));
            value.map_err(Bad::at(at))
        };
        let mut measures = vec![needed(self.units)?];
        let mut currency = 0;
        if let Some([cost, currency_at]) = self.cost {
            measures.push(needed(cost)?);
            currency = self.currency.id(record)?;
            if currency == 0 {
                return Err(Bad { at: currency_at, why: BadCell::Empty });
            }
        }
        let (subscription, _) = self.subscription.id(record)?;
        let meter = self.meter.id(record)?;
        let (category, unit) = (self.category.id(record)?, self.unit.id(record)?);
        let customer = self.customers.id(record, month)?;
        store.push(month, &[customer, subscription, meter, category, unit, currency, day], &measures, 0);
        Ok(())
    }

    fn bytes(&self) -> usize {
        let terms = [&self.meter, &self.category, &self.unit, &self.currency];
        self.customers.bytes() + self.subscription.bytes() + terms.into_iter().map(TermColumn::bytes).sum::<usize>()
    }

    fn finish(self: Box<Self>) -> Found {
        let dictionaries = vec![
            (Dim::Subscription, self.subscription.finish()),
            (Dim::Meter, self.meter.finish()),
            (Dim::MeterCategory, self.category.finish()),
            (Dim::Unit, self.unit.finish()),
            (Dim::Currency, self.currency.finish()),
        ];
        Found { dictionaries, customers: self.customers.finish(), finish: Finish::Nothing }
    }
}
