//! Rules and data of Seatscope: who may see what, what comes in, what is asked of it.

pub mod access;
pub mod account;
pub mod audit;
pub mod clock;
pub mod db;
mod error;
pub mod fact;
pub mod people;
pub mod sample;
pub mod scan;
pub mod secret;
pub mod session;
#[cfg(test)]
mod testing;

pub use error::Error;

use clock::Clock;
use db::Db;
use std::path::{Path, PathBuf};

/// What every domain function works with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Domain {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// The data directory: files received, quarantines.
    pub data: PathBuf,
}

impl Domain {
    /// Opens the database in the data directory, creating it when absent.
    ///
    /// # Errors
    /// [`Error::Db`] when it cannot be opened.
    pub async fn open(data: &Path, clock: Clock) -> Result<Self, Error> {
        Ok(Self { db: Db::open(&data.join("seatscope.db")).await?, clock, data: data.to_owned() })
    }
}
