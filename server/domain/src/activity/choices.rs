//! What the log can be narrowed to, kept in memory until the account's data changes: to find every user takes a look into the
//! index for each.

use crate::{
    Error,
    access::Scope,
    db::{Db, sql},
};
use model::AccountId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// How many users can be chosen from; more are found by name.
const ACTORS: i64 = 1_000;

/// The operations and the users of an account's log, A to Z.
#[derive(Debug)]
pub(super) struct Choice {
    version: i64,
    pub(super) operations: Vec<String>,
    pub(super) actors: Vec<String>,
}

/// The choices of all accounts, one version of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices(Arc<Mutex<HashMap<AccountId, Arc<Choice>>>>);

impl Choices {
    /// The choices of the scope's account, as of now.
    pub(super) async fn get(&self, db: &Db, scope: &Scope) -> Result<Arc<Choice>, Error> {
        let account = scope.account();
        let version: i64 = sql(include_str!("../dictionary/version.sql")).bind(account.0).scalar(db).await?;
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&account).cloned();
        if let Some(held) = held.filter(|held| held.version == version) {
            return Ok(held);
        }
        let fresh = Arc::new(Choice {
            version,
            operations: sql(include_str!("operations.sql")).bind(account.0).scalars(db).await?,
            actors: sql(include_str!("actors.sql")).bind(account.0).bind(ACTORS).scalars(db).await?,
        });
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(account, fresh.clone());
        Ok(fresh)
    }
}
