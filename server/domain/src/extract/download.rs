//! Rows as a file: streamed, however many there are, and ended when the right to it is taken.

use super::{Question, Taken, lines::Lines, permission};
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    people,
};
use model::{Dataset, FileOrder, Month, MonthRange, Permission};
use serde_json::json;
use std::time::{Duration, Instant};

/// Rows that are read and written at once.
const AT_ONCE: usize = 4_096;
/// How long a file goes on before the right to it is looked at again.
const TRUST: Duration = Duration::from_millis(500);

/// What can be taken out: a dataset, its months, its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The dataset.
    pub dataset: Dataset,
    /// From its first month to its last.
    pub months: MonthRange,
    /// How many rows it has.
    pub rows: u64,
}

/// The datasets with rows that the caller may take out.
///
/// # Errors
/// [`Error::Denied`] without the right to take data out; [`Error::Db`] when the database fails.
pub async fn offers(domain: &Domain, caller: &Caller) -> Result<Vec<Offer>, Error> {
    caller.may(Permission::Export)?;
    let mut offers = Vec::new();
    for dataset in super::datasets().filter(|dataset| caller.opens(permission(*dataset))) {
        let facts = domain.facts.now(&caller.may(permission(dataset))?).await?;
        let months: Vec<_> = facts.months(dataset).collect();
        let (Some(first), Some(last)) = (months.first(), months.last()) else { continue };
        let rows = months.iter().map(|(_, rows)| rows).sum();
        offers.push(Offer { dataset, months: MonthRange { from: first.0, to: last.0 }, rows });
    }
    Ok(offers)
}

/// A file under way.
#[derive(Debug)]
pub struct Download {
    domain: Domain,
    caller: Caller,
    rows: Taken,
    lines: Lines,
    trusted: Instant,
    trust: Duration,
}

/// The rows that an order asks for as text, of these months; of all without. Who takes it out, and when, is in the audit trail.
///
/// # Errors
/// [`Error::Denied`] without the right to take data out, or to see the dataset; [`Error::Query`] when it has no rows to take
/// out; [`Error::Db`] when the database fails.
pub async fn download(
    domain: &Domain,
    caller: &Caller,
    order: &FileOrder,
    months: Option<MonthRange>,
) -> Result<Download, Error> {
    let scope = caller.may(Permission::Export)?;
    let question = Question::of(order, months)?;
    let rows = question.rows(domain, caller, Permission::Export).await?;
    let mut tx = domain.db.write().await?;
    let months = months.map(|months| [months.from, months.to].map(Month::first_day));
    let (at, details) = (domain.clock.seconds(), json!({ "months": months, "format": order.format.key() }));
    let what = order.dataset.key();
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, what, &details).await?;
    tx.commit().await?;
    Ok(Download {
        domain: domain.clone(),
        caller: caller.clone(),
        rows,
        lines: Lines::new(question.heads(), order.format),
        trusted: Instant::now(),
        trust: TRUST,
    })
}

impl Download {
    /// The next piece of the file; nothing at its end.
    ///
    /// # Errors
    /// [`Error::Denied`] once the caller has lost the right; [`Error::Facts`] when the facts cannot be read any more.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Error> {
        if self.trusted.elapsed() >= self.trust {
            people::still_may(&self.domain, &self.caller, Permission::Export).await?;
            self.trusted = Instant::now();
        }
        let batch = self.rows.next(AT_ONCE).await?;
        let mut text = self.lines.opening()?;
        if batch.is_none() && text.is_empty() {
            return Ok(None);
        }
        if let Some(batch) = batch {
            text.extend(self.lines.rows(&batch)?);
        }
        Ok(Some(text))
    }

    /// So that a test need not wait.
    #[cfg(test)]
    pub(super) fn look_again_at_once(&mut self) {
        self.trust = Duration::ZERO;
    }
}
