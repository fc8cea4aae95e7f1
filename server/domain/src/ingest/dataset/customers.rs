//! Customers and revenue: one row per customer, product, month and attribution.

use super::{
    super::{
        attribution,
        column::Column,
        dictionary::{Bad, Dictionary, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, cents, flag, required,
    subscriptions::product,
};
use crate::fact::Dim;
use foldhash::fast::RandomState;
use std::hash::{BuildHasher, Hasher};

/// Columns that say whose a row is. Rows of one fact differ in nothing else.
const PARTNER: &[Column] = &[
    Column::PartnerId,
    Column::PgaId,
    Column::PgaName,
    Column::PartnerName,
    Column::PartnerLocation,
    Column::Attribution,
    Column::ResellerId,
    Column::ResellerName,
    // Rejected rows tell their lines in it.
    Column::Reason,
];

/// What attributed rows share: where the customer is, whose the row is, and whether it counts.
pub(super) struct Partner {
    market: TermColumn,
    segment: TermColumn,
    location: TermColumn,
    attribution: TermColumn,
    channel: TermColumn,
    duplicate: Option<usize>,
    /// Columns that rows of one fact may differ in.
    differing: Vec<usize>,
    seed: RandomState,
}

/// The ids of one row.
pub(super) struct Ids {
    pub(super) market: u32,
    pub(super) segment: u32,
    pub(super) location: u32,
    pub(super) attribution: u32,
    pub(super) channel: u32,
    pub(super) counted: u32,
    /// A hash of all that is not about the partner, when the file has no duplicate flags.
    pub(super) fact: u64,
}

impl Partner {
    pub(super) fn new(layout: &Layout) -> Self {
        Self {
            market: TermColumn::new(layout.each(&[Column::CustomerMarket, Column::CustomerTenantCountry])),
            segment: TermColumn::new(layout.each(&[Column::CustomerSegment, Column::TopSegment])),
            location: TermColumn::new(layout.each(&[Column::PartnerId])),
            attribution: TermColumn::folded(layout.each(&[Column::Attribution]), attribution::key),
            channel: TermColumn::new(layout.each(&[Column::SalesChannel])),
            duplicate: layout.at(Column::DupPga),
            differing: layout.each(PARTNER),
            seed: RandomState::default(),
        }
    }

    pub(super) fn ids(&mut self, record: Record<'_>) -> Result<Ids, Bad> {
        // An empty flag in a file that has flags marks no duplicate.
        let duplicate = flag(record, self.duplicate)?.unwrap_or(false);
        Ok(Ids {
            market: self.market.id(record)?,
            segment: self.segment.id(record)?,
            location: self.location.id(record)?,
            attribution: self.attribution.id(record)?,
            channel: self.channel.id(record)?,
            counted: u32::from(!duplicate),
            fact: if self.duplicate.is_none() { self.fact(record) } else { 0 },
        })
    }

    fn fact(&self, record: Record<'_>) -> u64 {
        let mut hash = self.seed.build_hasher();
        for (_, cell) in record.cells().enumerate().filter(|(at, _)| !self.differing.contains(at)) {
            hash.write_usize(cell.len());
            hash.write(cell);
        }
        hash.finish()
    }

    pub(super) const fn bytes(&self) -> usize {
        self.market.bytes()
            + self.segment.bytes()
            + self.location.bytes()
            + self.attribution.bytes()
            + self.channel.bytes()
    }

    /// How months are finished; `columns` are attribution, location and counted among the dimensions.
    pub(super) fn finishing(&self, columns: [usize; 3], repeats: bool) -> Finish {
        if self.duplicate.is_some() {
            return Finish::Nothing;
        }
        let [attribution, location, counted] = columns;
        let known = self.attribution.keys().map(attribution::priority);
        let priorities = std::iter::once(u8::MAX).chain(known).collect();
        Finish::Estimate { attribution, location, counted, priorities, repeats }
    }

    pub(super) fn finish(self) -> Vec<(Dim, Dictionary)> {
        vec![
            (Dim::Market, self.market.finish()),
            (Dim::Segment, self.segment.finish()),
            (Dim::Location, self.location.finish()),
            (Dim::Attribution, self.attribution.finish()),
            (Dim::Channel, self.channel.finish()),
        ]
    }
}

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
        let ids = self.partner.ids(record)?;
        let customer = self.customers.id(record, month)?;
        store.push(
            month,
            &[customer, product, ids.market, ids.segment, ids.location, ids.attribution, ids.channel, ids.counted],
            &[seats, revenue, azure],
            ids.fact,
        );
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.product.bytes() + self.partner.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let finish = self.partner.finishing([5, 4, 7], true);
        let mut dictionaries = self.partner.finish();
        dictionaries.push((Dim::Product, self.product.finish()));
        Found { dictionaries, customers: self.customers.finish(), finish }
    }
}
