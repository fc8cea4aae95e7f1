//! The account's own locations.

use super::super::{
    cell,
    column::{Column, normal},
    dictionary::Bad,
    header::Layout,
    parsed::LocationRow,
    record::Record,
};
use model::BadCell;

/// Reads the profile.
pub(in crate::ingest) struct Profile {
    partner_id: usize,
    name: Option<usize>,
    city: Option<usize>,
    country: Option<usize>,
    level: Option<usize>,
    pub(in crate::ingest) rows: Vec<LocationRow>,
}

impl Profile {
    pub(in crate::ingest) fn new(layout: &Layout) -> Self {
        Self {
            partner_id: layout.at(Column::PartnerId).unwrap_or(0),
            name: layout.at(Column::PartnerName),
            city: layout.at(Column::City),
            country: layout.at(Column::Country),
            level: layout.at(Column::HierarchyLevel),
            rows: Vec::new(),
        }
    }

    /// Reads one location. The same id again corrects what was said of it.
    pub(in crate::ingest) fn row(&mut self, record: Record<'_>) -> Result<(), Bad> {
        let text = |at: usize| cell::text(record.get(at)).map_err(Bad::at(at));
        let maybe = |at: Option<usize>| at.map_or(Ok(""), text);
        let mpn_id = text(self.partner_id)?;
        if mpn_id.is_empty() {
            return Err(Bad { at: self.partner_id, why: BadCell::Empty });
        }
        let level = normal(maybe(self.level)?);
        let row = LocationRow {
            mpn_id: mpn_id.into(),
            name: maybe(self.name)?.into(),
            city: maybe(self.city)?.into(),
            country: maybe(self.country)?.into(),
            headquarters: level.starts_with("headquarter") || level.starts_with("global"),
        };
        match self.rows.iter_mut().find(|known| known.mpn_id == row.mpn_id) {
            Some(known) => *known = row,
            None => self.rows.push(row),
        }
        Ok(())
    }
}
