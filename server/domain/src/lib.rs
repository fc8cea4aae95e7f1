//! Rules and data of Seatscope: who may see what, what comes in, what is asked of it.

pub mod access;
pub mod account;
pub mod activity;
pub mod audit;
pub mod azure;
pub mod briefing;
pub mod clock;
pub mod credential;
pub mod customers;
pub mod db;
mod dictionary;
pub mod digest;
mod error;
pub mod export;
pub mod extract;
pub mod fact;
pub mod files;
mod find;
pub mod first_run;
pub mod growth;
pub mod imports;
pub mod ingest;
pub mod insight;
pub mod insights;
pub mod jobs;
pub mod keys;
pub mod licenses;
pub mod mail;
mod note;
pub mod notices;
pub mod oidc;
pub mod people;
mod reading;
pub mod requests;
pub mod resellers;
mod retention;
pub mod reviews;
pub mod sample;
pub mod scan;
pub mod secret;
pub mod session;
pub mod subscriptions;
#[cfg(test)]
mod testing;
pub mod tokens;
pub mod usage;
pub mod views;

pub use error::Error;
pub use find::find;

use clock::Clock;
use credential::password::Hasher;
use db::{Address, Db};
use dictionary::Dictionaries;
use fact::FactStore;
use insight::Moves;
use keys::Keys;
use mail::Mailer;
use std::path::{Path, PathBuf};

/// What every domain function works with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Domain {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// The installation's secret key.
    pub keys: Keys,
    /// The facts.
    pub facts: FactStore,
    /// The data directory: files received, quarantines.
    pub data: PathBuf,
    /// The identity provider, where the operator has one.
    pub provider: Option<oidc::Provider>,
    /// Where letters go out; nothing where no mail server is configured.
    pub mail: Option<Mailer>,
    /// How files of rows are kept and delivered.
    pub files: files::Settings,
    dictionaries: Dictionaries,
    choices: activity::Choices,
    moves: Moves,
    hasher: Hasher,
    refusals: access::Refusals,
}

/// What decoded facts may take up in memory: 24 months of ten million licence rows take less than half of it.
const CACHE_BYTES: usize = 512 << 20;

impl Domain {
    /// Opens the secret key in `data` and the database, creating them when absent; `data` is for received files, too.
    ///
    /// # Errors
    /// [`Error::Key`] when the key cannot be used; [`Error::Db`] when the database cannot be opened.
    pub async fn open(data: &Path, database: &Address, clock: Clock) -> Result<Self, Error> {
        let keys = Keys::open(data)?;
        let db = Db::open(database, keys.clone()).await?;
        audit::chain_old(&db, data).await?;
        let facts = FactStore::new(db.clone(), CACHE_BYTES);
        Ok(Self {
            db,
            clock,
            keys,
            facts,
            data: data.to_owned(),
            provider: None,
            mail: None,
            files: files::Settings::default(),
            dictionaries: Dictionaries::default(),
            choices: activity::Choices::default(),
            moves: Moves::default(),
            hasher: Hasher::default(),
            refusals: access::Refusals::default(),
        })
    }
}
