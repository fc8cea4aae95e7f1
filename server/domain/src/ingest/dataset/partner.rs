//! What rows say of the partner: whose they are and why, and which of several rows of one fact counts.

use super::{
    super::{
        attribution,
        column::Column,
        dictionary::{Bad, Dictionary, TermColumn},
        finish::Finish,
        header::Layout,
        record::Record,
    },
    flag,
};
use crate::fact::{Dim, schema};
use foldhash::fast::RandomState;
use model::Dataset;
use std::hash::{BuildHasher, Hasher};

/// Columns that say whose a row is. Rows of one fact differ in nothing else.
const PARTNER: &[Column] = &[
    Column::PartnerId,
    Column::PgaId,
    Column::PgaName,
    Column::PartnerName,
    Column::PartnerLocation,
    Column::PartnerHierarchy,
    Column::Attribution,
    Column::ResellerId,
    Column::ResellerName,
    Column::AdminType,
    Column::AssociationType,
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

/// What a row says of it.
pub(super) struct Attributed {
    /// Market, segment, location, attribution, channel and counted, which end all attributed rows.
    pub(super) ids: [u32; 6],
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

    /// Reads it. A `deal` is a promise, which never counts.
    pub(super) fn row(&mut self, record: Record<'_>, deal: bool) -> Result<Attributed, Bad> {
        // An empty flag in a file that has flags marks no duplicate.
        let duplicate = flag(record, self.duplicate)?.unwrap_or(false);
        let ids = [
            self.market.id(record)?,
            self.segment.id(record)?,
            self.location.id(record)?,
            self.attribution.id(record)?,
            self.channel.id(record)?,
            u32::from(!duplicate && !deal),
        ];
        Ok(Attributed { ids, fact: if self.duplicate.is_none() { self.fact(record) } else { 0 } })
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

    /// How months of the dataset are finished.
    pub(super) fn finishing(&self, dataset: Dataset) -> Finish {
        let Some(schema) = schema(dataset).filter(|_| self.duplicate.is_none()) else { return Finish::Nothing };
        let place = |dim| schema.dims.iter().position(|it| *it == dim).unwrap_or_default();
        let known = self.attribution.keys().map(attribution::priority);
        let priorities = std::iter::once(u8::MAX).chain(known).collect();
        Finish::Estimate {
            attribution: place(Dim::Attribution),
            location: place(Dim::Location),
            counted: place(Dim::Counted),
            priorities,
            repeats: schema.repeats,
        }
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
