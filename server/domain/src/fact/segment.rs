//! What is known of a segment without reading its bytes.

use super::{Columns, FactError, Schema};
use model::{AccountId, Dataset, ImportId, Month};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Range};

/// Which segment: never written twice, so what was decoded under this key stays right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct SegmentKey {
    pub account: AccountId,
    pub dataset: Dataset,
    pub month: Month,
    pub import: ImportId,
    pub part: u32,
}

/// A segment in the list of an account's current ones.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub key: SegmentKey,
    pub rows: u32,
    pub checksum: u32,
    pub summary: Summary,
}

/// Counts, ranges and sums of a part, kept as JSON beside it: they answer unfiltered totals and size
/// the scan's tables before a byte is decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// How many customers have rows here.
    pub customers: u32,
    /// The highest id of each dimension, by its key.
    pub highest: BTreeMap<String, u32>,
    /// The sum of each measure that adds up, by its key.
    pub sums: BTreeMap<String, i64>,
}

impl Summary {
    /// Of `rows` of sorted columns.
    pub(crate) fn of(schema: Schema, columns: &Columns, rows: Range<usize>) -> Result<Self, FactError> {
        let mut summary = Self::default();
        for (dim, column) in schema.dims.iter().zip(&columns.dims) {
            let highest = column[rows.clone()].iter().copied().max().unwrap_or(0);
            summary.highest.insert(dim.key().into(), highest);
        }
        let customers = columns.dims[0][rows.clone()].chunk_by(|a, b| a == b).count();
        summary.customers = u32::try_from(customers).unwrap_or(u32::MAX);
        for (measure, column) in schema.measures.iter().zip(&columns.measures).filter(|(m, _)| m.adds()) {
            let sum = column[rows.clone()].iter().try_fold(0_i64, |sum, &value| sum.checked_add(value));
            summary.sums.insert(measure.key().into(), sum.ok_or(FactError::TooLarge(measure.key()))?);
        }
        Ok(summary)
    }
}

/// What an import wrote for one dataset and month. As JSON, `sums` is `import_month.totals`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Rows written.
    pub rows: u64,
    /// Customers with rows.
    pub customers: u64,
    /// Bytes stored.
    pub bytes: u64,
    /// The sum of each measure that adds up, by [`super::Measure::key`].
    pub sums: BTreeMap<String, i64>,
}

impl Totals {
    /// Adds a part. Parts never share a customer, so counts of customers add up too.
    pub(crate) fn add(&mut self, rows: u32, bytes: usize, summary: &Summary) -> Result<(), FactError> {
        self.rows += u64::from(rows);
        self.bytes += bytes as u64;
        self.customers += u64::from(summary.customers);
        for (key, &value) in &summary.sums {
            let sum = self.sums.entry(key.clone()).or_default();
            *sum = sum.checked_add(value).ok_or(FactError::TooLarge("a measure"))?;
        }
        Ok(())
    }
}
