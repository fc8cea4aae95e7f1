//! Spending budgets: what each customer may spend on Azure in a month, and has spent. Either may be unknown.

use super::{
    super::{
        cell,
        column::Column,
        dictionary::{Bad, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn,
};
use crate::fact::Dim;

/// Reads the API's usage records of customers, and a table with the same names.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    currency: TermColumn,
    budget: Option<usize>,
    cost: Option<usize>,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn) -> Self {
        let customer = [Column::CustomerTenantId, Column::CustomerId, Column::ResourceId, Column::SubscriptionId];
        Self {
            month,
            customers: Customers::called(layout, &customer),
            currency: TermColumn::new(layout.each(&[Column::BillingCurrency])),
            budget: layout.at(Column::BudgetAmount),
            cost: layout.at(Column::TotalCost),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, day) = self.month.day(record)?;
        let amount = |at: Option<usize>| at.map_or(Ok(None), |at| cell::micros(record.get(at)).map_err(Bad::at(at)));
        let (budget, cost) = (amount(self.budget)?, amount(self.cost)?);
        let named = u32::from(budget.is_some()) + 2 * u32::from(cost.is_some());
        let currency = self.currency.id(record)?;
        let customer = self.customers.id(record, month)?;
        let measures = [budget.unwrap_or_default(), cost.unwrap_or_default()];
        store.push(month, &[customer, currency, day, named], &measures, 0);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.currency.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let dictionaries = vec![(Dim::Currency, self.currency.finish())];
        Found { dictionaries, customers: self.customers.finish(), finish: Finish::Nothing }
    }
}
