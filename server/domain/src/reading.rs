//! Several scans that make one answer: all of one data version, with the words behind its ids.

use crate::{
    Domain, Error,
    access::Scope,
    dictionary::Dictionary,
    fact::{FactError, Snapshot},
    scan::{Group, Query},
};
use model::{Dataset, Month};
use std::sync::Arc;

/// How often an answer is begun at most.
pub(crate) const TRIES: u32 = 10;

/// Asks again when an import falls between the look at the facts and the look at their words, or when what the facts were
/// read from has been removed for good.
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

/// The facts and words of one data version: whatever is imported meanwhile, all parts of an answer are of it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) scope: Scope,
    pub(crate) facts: Snapshot,
    pub(crate) dictionary: Arc<Dictionary>,
}

impl Reading {
    pub(crate) async fn new(domain: &Domain, scope: Scope) -> Result<Self, Error> {
        steady!(Self::once(domain, scope).await)
    }

    async fn once(domain: &Domain, scope: Scope) -> Result<Self, Error> {
        let facts = domain.facts.now(&scope).await?;
        let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
        if dictionary.version == facts.version() {
            Ok(Self { scope, facts, dictionary })
        } else {
            Err(FactError::Replaced.into())
        }
    }

    /// The groups that answer a query.
    pub(crate) async fn scan(&self, query: &Query) -> Result<Vec<Group>, Error> {
        Ok(Arc::unwrap_or_clone(self.facts.scan(query).await?).rows)
    }

    /// The months of a dataset that have rows, oldest first.
    pub(crate) fn months(&self, dataset: Dataset) -> Vec<Month> {
        self.facts.months(dataset).map(|(month, _)| month).collect()
    }
}
