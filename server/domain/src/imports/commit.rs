//! Puts a checked file in place: all its months, or none.

use super::{begin::Running, finish::Outcome, mend::Mending, remap::Remap};
use crate::{
    Domain, Error, activity,
    db::{Tx, sql},
    fact::{self, Columns, Measure, Schema},
    ingest::Parsed,
};
use model::{Dataset, ImportNote, ImportState, Month};
use serde_json::{Map, Value};

/// Records of an activity log that are put in by one statement.
const BATCH: usize = 500;

/// Replaces the file's months in one transaction, which the outcome carries to its end.
pub(super) async fn commit(domain: &Domain, running: &Running, mut parsed: Parsed) -> Result<Outcome, Error> {
    let account = running.scope.account();
    let mut notes = std::mem::take(&mut parsed.notes);
    notes.extend(unknown_locations(domain, running, &parsed).await?);

    let mut tx = domain.db.write_facts(account).await?;
    let (dataset, rows, bad_rows, mends) = (Some(parsed.dataset), parsed.rows, parsed.bad_rows, parsed.mends);
    let mending = match mends {
        None => None,
        Some(import) => match Mending::of(&mut tx, running, import, &parsed, &notes).await? {
            Ok(mending) => Some(mending),
            Err(why) => {
                let refused = Outcome::of(ImportState::Refused, vec![ImportNote::NothingToMend { why }]);
                return Ok(Outcome { dataset, rows, bad_rows, ..refused });
            }
        },
    };
    for location in &parsed.locations {
        sql(include_str!("../account/put_location.sql"))
            .bind(account.0)
            .bind(&location.mpn_id)
            .bind(&location.name)
            .bind(&location.country)
            .bind(&location.city)
            .execute(&mut tx)
            .await?;
    }
    if let Some(schema) = fact::schema(parsed.dataset) {
        let remap = Remap::new(&mut tx, account, schema, &parsed).await?;
        for month in parsed.months() {
            let mut columns = remap.columns(schema, parsed.take_month(month)?);
            if let Some(mending) = &mending {
                columns = mending.whole(&mut tx, running, (parsed.dataset, schema, month), columns).await?;
            }
            replace(&mut tx, running, parsed.dataset, schema, month, columns).await?;
        }
    }
    notes.extend(activity(&mut tx, running, &mut parsed).await?);
    sql(include_str!("new_version.sql")).bind(account.0).execute(&mut tx).await?;
    notes.extend(mending.map(Mending::note));
    Ok(Outcome { state: ImportState::Done, dataset, rows, bad_rows, notes, mends, tx: Some(tx), turn: None })
}

/// Adds the records of an activity log that are not there yet.
async fn activity(tx: &mut Tx, running: &Running, parsed: &mut Parsed) -> Result<Option<ImportNote>, Error> {
    let Some(spool) = &mut parsed.activity else { return Ok(None) };
    let mut records = spool.rewind()?;
    let mut new = 0;
    loop {
        let batch = records.next(BATCH)?;
        if batch.is_empty() {
            return Ok(Some(ImportNote::Records { new, known: parsed.rows - new }));
        }
        new += activity::put(tx, running.scope.account(), running.id, batch).await?;
    }
}

/// Writes one month's segments and moves the pointer to them. What was there stays, as history.
async fn replace(
    tx: &mut Tx,
    running: &Running,
    dataset: Dataset,
    schema: Schema,
    month: Month,
    columns: Columns,
) -> Result<(), Error> {
    let account = running.scope.account();
    let replaced: Option<uuid::Uuid> = sql(include_str!("retire.sql"))
        .bind(account.0)
        .bind(dataset.key())
        .bind(month.first_day())
        .scalar_optional(&mut *tx)
        .await?;
    sql(include_str!("put_month.sql"))
        .bind(account.0)
        .bind(dataset.key())
        .bind(month.first_day())
        .bind(running.id.0)
        .bind(replaced)
        .bind(i64::try_from(columns.rows()).unwrap_or(i64::MAX))
        .bind(totals(schema, &columns).to_string())
        .execute(&mut *tx)
        .await?;
    fact::put_month(tx, account, running.id, dataset, month, columns).await?;
    Ok(())
}

/// The month's totals by measure: what a later correction is compared with.
fn totals(schema: Schema, columns: &Columns) -> Value {
    let sums = schema.measures.iter().zip(&columns.measures).filter(|(measure, _)| Measure::adds(**measure));
    // A sum beyond 64 bits is refused where the month is written.
    let sum = |column: &[i64]| column.iter().fold(0_i64, |sum, value| sum.saturating_add(*value));
    let sums = sums.map(|(m, column)| (m.key().to_owned(), sum(column).into()));
    Value::Object(sums.collect::<Map<_, _>>())
}

/// Location ids that the account does not list: accepted, and told.
async fn unknown_locations(domain: &Domain, running: &Running, parsed: &Parsed) -> Result<Option<ImportNote>, Error> {
    let known: Vec<String> =
        sql(include_str!("locations.sql")).bind(running.scope.account().0).scalars(&domain.db).await?;
    let ids: Vec<String> = parsed
        .location_ids()
        .map(std::borrow::Cow::into_owned)
        .filter(|id| *id != running.mpn_id && !known.contains(id))
        .collect();
    Ok((!ids.is_empty()).then_some(ImportNote::UnknownLocations { ids }))
}
