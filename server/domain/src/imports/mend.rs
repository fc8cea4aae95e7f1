//! Mended rows of an earlier import: what they may be added to, and how.

use super::{begin::Running, duplicates};
use crate::{
    Error,
    db::{Tx, sql},
    fact::{self, Columns, Schema},
    ingest::Parsed,
};
use model::{Dataset, ImportId, ImportNote, ImportState, Month, NoMend};
use std::collections::HashMap;
use uuid::Uuid;

/// The import that a file mends, and the months of it that the rows join.
pub(super) struct Mending {
    file: String,
    current: HashMap<Month, ImportId>,
    /// Whether the file's duplicates were told by priority, and may have their counterparts among the rows that are in.
    estimated: bool,
}

#[derive(sqlx::FromRow)]
struct Named {
    file: String,
    state: String,
    bad_rows: i64,
    notes: String,
    mended: i64,
}

impl Mending {
    /// Looks at the import that a file's rows were rejected from, or says why they cannot join it.
    pub(super) async fn of(
        tx: &mut Tx,
        running: &Running,
        id: ImportId,
        parsed: &Parsed,
        notes: &[ImportNote],
    ) -> Result<Result<Self, NoMend>, Error> {
        let account = running.scope.account();
        let named: Option<Named> = sql(include_str!("mend_named.sql"))
            .bind(account.0)
            .bind(id.0)
            .bind(parsed.dataset.key())
            .fetch_optional(&mut *tx)
            .await?;
        let Some(named) = named else { return Ok(Err(NoMend::Unknown)) };
        if named.state != ImportState::Done.key() {
            return Ok(Err(NoMend::NotIn));
        }
        if let Some(why) = unfit(&named, parsed, notes)? {
            return Ok(Err(why));
        }
        let family: Vec<Uuid> =
            sql(include_str!("mend_family.sql")).bind(account.0).bind(id.0).scalars(&mut *tx).await?;
        let mut current = HashMap::new();
        for month in parsed.months() {
            let import: Option<Uuid> = sql(include_str!("current.sql"))
                .bind(account.0)
                .bind(parsed.dataset.key())
                .bind(month.first_day())
                .scalar_optional(&mut *tx)
                .await?;
            match import {
                Some(import) if !family.contains(&import) => return Ok(Err(NoMend::Replaced { month })),
                Some(import) => drop(current.insert(month, ImportId(import))),
                None => {}
            }
        }
        let estimated = notes.contains(&ImportNote::EstimatedDuplicates);
        Ok(Ok(Self { file: named.file, current, estimated }))
    }

    /// The month with the mended rows: those that are in and the new ones, or just these when there was none.
    pub(super) async fn whole(
        &self,
        tx: &mut Tx,
        running: &Running,
        (dataset, schema, month): (Dataset, Schema, Month),
        mut rows: Columns,
    ) -> Result<Columns, Error> {
        let Some(import) = self.current.get(&month) else { return Ok(rows) };
        let mut whole = fact::get_month(tx, running.scope.account(), *import, dataset, month).await?;
        if self.estimated {
            duplicates::estimate(schema, &whole, &mut rows);
        }
        whole.append(rows);
        Ok(whole)
    }

    /// What the result says of it.
    pub(super) fn note(self) -> ImportNote {
        ImportNote::Mends { file: self.file }
    }
}

/// What in the file itself speaks against it.
fn unfit(named: &Named, parsed: &Parsed, notes: &[ImportNote]) -> Result<Option<NoMend>, Error> {
    // The same rows a second time would count twice.
    let left = u64::try_from(named.bad_rows - named.mended).unwrap_or(0);
    let rows = parsed.rows + parsed.bad_rows;
    if rows > left {
        return Ok(Some(NoMend::TooMany { rows, left }));
    }
    let before: Vec<ImportNote> = serde_json::from_str(&named.notes)?;
    // Which date was the newest is not kept with the rows that are in.
    if before.iter().chain(notes).any(|note| matches!(note, ImportNote::Superseded { .. })) {
        return Ok(Some(NoMend::Snapshots));
    }
    // A few rows may not show what the whole file did: 7/4 would come into another month.
    let order = |notes: &[ImportNote]| {
        notes.iter().find_map(|note| match note {
            ImportNote::DateOrder { day_first } => Some(*day_first),
            _ => None,
        })
    };
    let (then, now) = (order(&before), order(notes));
    Ok((then.is_some() && now.is_some() && then != now).then_some(NoMend::Dates))
}
