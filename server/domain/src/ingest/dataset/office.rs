//! Office 365 usage: one row per customer, workload, month and attribution.

use super::{
    super::{
        column::Column,
        dictionary::{Bad, TermColumn},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn,
    partner::Partner,
    required,
};
use crate::fact::Dim;
use model::Dataset;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    workload: TermColumn,
    partner: Partner,
    units: usize,
    users: usize,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn) -> Self {
        Self {
            month,
            customers: Customers::new(layout),
            workload: TermColumn::new(layout.each(&[Column::Workload])),
            partner: Partner::new(layout),
            units: layout.at(Column::PaidUnits).unwrap_or(0),
            users: layout.at(Column::ActiveUsers).unwrap_or(0),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        let measures = [required(record, self.units)?, required(record, self.users)?];
        let workload = self.workload.id(record)?;
        let partner = self.partner.row(record, false)?;
        let customer = self.customers.id(record, month)?;
        let [market, segment, location, attribution, channel, counted] = partner.ids;
        let dims = [customer, workload, market, segment, location, attribution, channel, counted];
        store.push(month, &dims, &measures, partner.fact);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.workload.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing(Dataset::OfficeUsage);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Workload, self.workload.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
