//! Reseller performance: one row per reseller, subscription and month. No attribution repeats them.

use super::{
    super::{
        column::Column,
        dictionary::{Bad, GuidColumn, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, StateColumn, cents, required,
};
use crate::fact::Dim;
use model::BadCell;

/// Reads all generations.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    subscription: GuidColumn,
    family: TermColumn,
    reseller: TermColumn,
    reseller_at: usize,
    state: StateColumn,
    market: TermColumn,
    segment: TermColumn,
    seats: usize,
    revenue: Option<usize>,
}

impl Rows {
    pub(super) fn new(layout: &Layout, month: MonthColumn) -> Self {
        let reseller_at = layout.at(Column::ResellerMpnId).unwrap_or(0);
        Self {
            month,
            customers: Customers::new(layout),
            subscription: GuidColumn::new(layout.at(Column::SubscriptionId).unwrap_or(0)),
            family: TermColumn::new(layout.each(&[Column::Product])),
            reseller: TermColumn::named(reseller_at, layout.at(Column::ResellerName)),
            reseller_at,
            state: StateColumn::new(layout.at(Column::ResellerStatus)),
            market: TermColumn::new(layout.each(&[Column::CustomerMarket])),
            segment: TermColumn::new(layout.each(&[Column::CustomerSegment])),
            seats: layout.at(Column::AvailableSeats).unwrap_or(0),
            revenue: layout.at(Column::BilledRevenue),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, _) = self.month.month(record)?;
        let measures = [required(record, self.seats)?, cents(record, self.revenue)?];
        let reseller = self.reseller.id(record)?;
        if reseller == 0 {
            return Err(Bad { at: self.reseller_at, why: BadCell::Empty });
        }
        let state = self.state.id(record);
        let (subscription, deal) = self.subscription.id(record)?;
        let family = self.family.id(record)?;
        let (market, segment) = (self.market.id(record)?, self.segment.id(record)?);
        let customer = self.customers.id(record, month)?;
        let counted = u32::from(!deal);
        let dims = [customer, subscription, family, reseller, state, market, segment, counted];
        store.push(month, &dims, &measures, 0);
        Ok(())
    }

    fn bytes(&self) -> usize {
        let terms = [&self.family, &self.reseller, &self.market, &self.segment];
        self.customers.bytes() + self.subscription.bytes() + terms.into_iter().map(TermColumn::bytes).sum::<usize>()
    }

    fn finish(self: Box<Self>) -> Found {
        let dictionaries = vec![
            (Dim::Subscription, self.subscription.finish()),
            (Dim::Family, self.family.finish()),
            (Dim::Reseller, self.reseller.finish()),
            (Dim::Market, self.market.finish()),
            (Dim::Segment, self.segment.finish()),
        ];
        Found { dictionaries, customers: self.customers.finish(), finish: Finish::Nothing }
    }
}
