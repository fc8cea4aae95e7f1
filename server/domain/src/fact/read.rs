//! How an import reads a month back, to add rows to it.

use super::{
    Column, Columns, FactError,
    cache::Cached,
    codec::{self, Expected},
    part::{each_width, wide, wide_id},
    schema,
    write::blocking,
};
use crate::db::{Tx, sql};
use model::{AccountId, Dataset, ImportId, Month};

const MONTH_SEGMENTS: &str = include_str!("month_segments.sql");

#[derive(sqlx::FromRow)]
struct Stored {
    rows: i64,
    format: String,
    checksum: i64,
    summary: String,
    bytes: Vec<u8>,
}

/// All rows that an import stored for one dataset and month, whether it is the current one or not; none when it stored
/// none. Their ids are the account's.
///
/// # Errors
/// [`FactError`] when the dataset is not one of facts, what is stored is damaged, or the database fails.
pub async fn get_month(
    tx: &mut Tx,
    account: AccountId,
    import: ImportId,
    dataset: Dataset,
    month: Month,
) -> Result<Columns, FactError> {
    let schema = schema(dataset).ok_or(FactError::NotFacts(dataset))?;
    let parts: Vec<Stored> = sql(MONTH_SEGMENTS)
        .bind(account.0)
        .bind(dataset.key())
        .bind(month.first_day())
        .bind(import.0)
        .fetch_all(&mut *tx)
        .await?;
    blocking(move || {
        let dims = schema.dims.iter().copied().map(Column::Dim);
        let want: Vec<Column> = dims.chain(schema.measures.iter().copied().map(Column::Measure)).collect();
        let mut columns = Columns::new(schema);
        for part in parts {
            append(&mut columns, part.decode(schema, &want)?);
        }
        columns.check(schema)?;
        Ok(columns)
    })
    .await
}

impl Stored {
    fn decode(&self, schema: super::Schema, want: &[Column]) -> Result<Vec<Cached>, FactError> {
        let wrong = |what: &str| FactError::Damaged(format!("{what} of a segment"));
        if self.format != codec::FORMAT {
            return Err(wrong("format"));
        }
        let summary = serde_json::from_str(&self.summary).map_err(|_| wrong("summary"))?;
        let expected = Expected {
            rows: u32::try_from(self.rows).map_err(|_| wrong("rows"))?,
            checksum: u32::try_from(self.checksum).map_err(|_| wrong("checksum"))?,
            summary: &summary,
        };
        codec::decode(schema, &self.bytes, &expected, want)
    }
}

/// Adds a decoded part, whose columns come in the order of the schema: first the dimensions, then the measures.
fn append(columns: &mut Columns, decoded: Vec<Cached>) {
    let (mut dims, mut measures) = (columns.dims.iter_mut(), columns.measures.iter_mut());
    for column in decoded {
        match column {
            Cached::Ids(ids) => {
                if let Some(dim) = dims.next() {
                    each_width!(ids &*ids, ids => dim.extend(ids.iter().copied().map(wide_id)));
                }
            }
            Cached::Values(values) => {
                if let Some(measure) = measures.next() {
                    each_width!(values &*values, values => measure.extend(values.iter().copied().map(wide)));
                }
            }
            Cached::Runs(_) | Cached::Attributes(_) => {}
        }
    }
}
