//! Segments without a database, for tests.

use super::{
    Column, Columns, Dim, FactError, Measure, Part, Segment,
    codec::{self, EncodedPart, Expected},
    load::assemble,
    schema,
    segment::SegmentKey,
};
use model::{AccountId, Dataset, ImportId, Month};
use std::sync::Arc;
use uuid::Uuid;

/// A segment and its bytes.
pub(crate) struct Stored {
    pub(crate) segment: Arc<Segment>,
    bytes: Vec<u8>,
}

impl Stored {
    /// The parts of a month, encoded.
    pub(crate) fn parts(dataset: Dataset, month: Month, columns: &Columns, most: usize) -> Vec<Self> {
        let parts = (0_u32..).zip(columns.parts(most));
        parts
            .map(|(part, rows)| {
                let EncodedPart { rows, bytes, checksum, summary } =
                    codec::encode(schema(dataset).unwrap(), columns, rows).unwrap();
                let (account, import) = (AccountId(Uuid::nil()), ImportId(Uuid::nil()));
                let key = SegmentKey { account, dataset, month, import, part };
                Self { segment: Arc::new(Segment { key, rows, checksum, summary }), bytes }
            })
            .collect()
    }

    /// Decodes some columns.
    pub(crate) fn part(&self, dims: &[Dim], measures: &[Measure]) -> Result<Part, FactError> {
        let Segment { key, rows, checksum, summary } = &*self.segment;
        let expected = Expected { rows: *rows, checksum: *checksum, summary };
        let dims = dims.iter().copied().map(Column::Dim);
        let want: Vec<Column> = std::iter::once(Column::Customers)
            .chain(dims)
            .chain(measures.iter().copied().map(Column::Measure))
            .collect();
        let columns = codec::decode(schema(key.dataset).unwrap(), &self.bytes, &expected, &want)?;
        assemble(*rows as usize, columns.into_iter())
    }
}
