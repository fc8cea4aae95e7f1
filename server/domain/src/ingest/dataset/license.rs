//! Licence rows, as the analytics page exports them: sold and assigned, or qualified and active.

use super::{
    super::{
        column::Column,
        dictionary::{Bad, TermColumn},
        finish::{Finish, Snapshots},
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, required,
};
use crate::fact::Dim;

/// Reads either kind: they differ by the workload and the names of the measures.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    product: TermColumn,
    workload: Option<TermColumn>,
    service: TermColumn,
    channel: TermColumn,
    measures: [usize; 2],
    snapshots: Snapshots,
}

impl Rows {
    pub(super) fn deployment(layout: &Layout, month: MonthColumn) -> Self {
        Self::new(layout, month, None, [Column::LicensesSold, Column::LicensesDeployed])
    }

    pub(super) fn usage(layout: &Layout, month: MonthColumn) -> Self {
        let workload = TermColumn::new(layout.each(&[Column::Workload, Column::WorkloadCode]));
        Self::new(layout, month, Some(workload), [Column::LicensesQualified, Column::LicensesActive])
    }

    fn new(layout: &Layout, month: MonthColumn, workload: Option<TermColumn>, measures: [Column; 2]) -> Self {
        Self {
            month,
            customers: Customers::new(layout),
            product: TermColumn::new(layout.each(&[Column::ProductName])),
            workload,
            service: TermColumn::new(layout.each(&[Column::ServiceCode, Column::ServiceName])),
            channel: TermColumn::new(layout.each(&[Column::SalesChannel])),
            measures: measures.map(|column| layout.at(column).unwrap_or(0)),
            snapshots: Snapshots::default(),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, date) = self.month.month(record)?;
        let measures = [required(record, self.measures[0])?, required(record, self.measures[1])?];
        let product = self.product.id(record)?;
        let service = self.service.id(record)?;
        let channel = self.channel.id(record)?;
        if let Some(workload) = &mut self.workload {
            let workload = workload.id(record)?;
            let customer = self.customers.id(record, month)?;
            store.push(month, &[customer, product, workload, service, channel], &measures, date);
        } else {
            let customer = self.customers.id(record, month)?;
            store.push(month, &[customer, product, service, channel], &measures, date);
        }
        self.snapshots.add(month, service, date);
        Ok(())
    }

    fn bytes(&self) -> usize {
        let workload = self.workload.as_ref().map_or(0, TermColumn::bytes);
        self.customers.bytes() + self.product.bytes() + workload + self.service.bytes() + self.channel.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let service = if self.workload.is_some() { 3 } else { 2 };
        let mut dictionaries = vec![
            (Dim::Product, self.product.finish()),
            (Dim::Service, self.service.finish()),
            (Dim::Channel, self.channel.finish()),
        ];
        dictionaries.extend(self.workload.map(|workload| (Dim::Workload, workload.finish())));
        let finish = Finish::Newest { service, snapshots: self.snapshots };
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
