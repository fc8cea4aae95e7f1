//! How an import stores a month.

use super::{Columns, FactError, PART_ROWS, Totals, codec, schema};
use crate::db::{Tx, sql};
use model::{AccountId, Dataset, ImportId, Month};
use std::sync::Arc;

const INSERT_SEGMENT: &str = include_str!("insert_segment.sql");

/// Writes the rows of one dataset and month inside the import's transaction.
///
/// The caller has written `import_month` before, and in the same transaction makes it the current one and
/// moves `account.data_version`: readers look at the list of segments anew only when that has moved.
/// Memory stays at the columns plus one encoded part.
///
/// # Errors
/// [`FactError`] when the dataset is not one of facts, the columns do not fit it, a sum is beyond 64 bits,
/// or the database fails. The transaction is to be given up then.
pub async fn put_month(
    tx: &mut Tx,
    account: AccountId,
    import: ImportId,
    dataset: Dataset,
    month: Month,
    columns: Columns,
) -> Result<Totals, FactError> {
    put_parts(tx, (account, import, dataset, month), columns, PART_ROWS).await
}

/// [`put_month`] with a size of parts, which tests make small.
pub(crate) async fn put_parts(
    tx: &mut Tx,
    (account, import, dataset, month): (AccountId, ImportId, Dataset, Month),
    mut columns: Columns,
    most: usize,
) -> Result<Totals, FactError> {
    let schema = schema(dataset).ok_or(FactError::NotFacts(dataset))?;
    columns.check(schema)?;
    let (columns, parts) = blocking(move || {
        columns.sort();
        let parts = columns.parts(most);
        Ok((Arc::new(columns), parts))
    })
    .await?;
    let mut totals = Totals::default();
    for (part, rows) in (0_i64..).zip(parts) {
        let columns = Arc::clone(&columns);
        let encoded = blocking(move || codec::encode(schema, &columns, rows)).await?;
        totals.add(encoded.rows, encoded.bytes.len(), &encoded.summary)?;
        let summary = serde_json::to_string(&encoded.summary).map_err(|error| FactError::Shape(error.to_string()))?;
        sql(INSERT_SEGMENT)
            .bind(account.0)
            .bind(dataset.key())
            .bind(month.first_day())
            .bind(import.0)
            .bind(part)
            .bind(i64::from(encoded.rows))
            .bind(codec::FORMAT)
            .bind(i64::from(encoded.checksum))
            .bind(summary)
            .bind(encoded.bytes)
            .execute(&mut *tx)
            .await?;
    }
    Ok(totals)
}

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FactError> + Send + 'static,
) -> Result<T, FactError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| FactError::Stopped)?
}
