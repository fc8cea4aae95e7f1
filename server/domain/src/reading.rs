//! Several scans that make one answer: all of one data version, with the words behind its ids.

use crate::{
    Domain, Error,
    access::Scope,
    dictionary::Dictionary,
    fact::{Dim, FactError, Measure, Part},
    scan::{Group, Query, Table},
};
use model::{Dataset, Month};
use std::sync::Arc;

/// How often an answer is begun at most.
pub(crate) const TRIES: u32 = 10;

/// Asks again while imports replace months between two scans of one answer: its figures all come from the same data version.
/// A macro, because a closure that lends its captures to a future cannot be shown to be `Send`.
macro_rules! steady {
    ($answer:expr) => {{
        let mut left = $crate::reading::TRIES;
        loop {
            match $answer {
                Err($crate::Error::Facts($crate::fact::FactError::Replaced)) if left > 1 => left -= 1,
                answer => break answer,
            }
        }
    }};
}
pub(crate) use steady;

/// The facts and words of one data version.
pub(crate) struct Reading {
    pub(crate) scope: Scope,
    pub(crate) dictionary: Arc<Dictionary>,
}

impl Reading {
    pub(crate) async fn new(domain: &Domain, scope: Scope) -> Result<Self, Error> {
        let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
        Ok(Self { scope, dictionary })
    }

    /// The groups that answer a query.
    pub(crate) async fn scan(&self, domain: &Domain, query: &Query) -> Result<Vec<Group>, Error> {
        let answer = domain.facts.scan(&self.scope, query).await?;
        self.check(answer.version)?;
        Ok(answer.rows)
    }

    /// The same as a table, for queries by at most one dimension.
    pub(crate) async fn table(&self, domain: &Domain, query: &Query) -> Result<Table, Error> {
        let table = domain.facts.table(&self.scope, query).await?;
        self.check(table.version)?;
        Ok(table)
    }

    /// Columns of all rows of a month.
    pub(crate) async fn rows(
        &self,
        domain: &Domain,
        of: (Dataset, Month),
        dims: &'static [Dim],
        measures: &'static [Measure],
    ) -> Result<Vec<Part>, Error> {
        let (version, parts) = domain.facts.rows(&self.scope, of, dims, measures).await?;
        self.check(version)?;
        Ok(parts)
    }

    /// The months of a dataset that have rows, oldest first.
    pub(crate) async fn months(&self, domain: &Domain, dataset: Dataset) -> Result<Vec<Month>, Error> {
        let months = domain.facts.months(&self.scope, dataset).await?;
        Ok(months.into_iter().map(|(month, _)| month).collect())
    }

    /// All parts of an answer are of the data version that its words are of.
    pub(crate) fn check(&self, version: i64) -> Result<(), FactError> {
        if version == self.dictionary.version { Ok(()) } else { Err(FactError::Replaced) }
    }
}
