//! The way into an installation that nobody is in yet: an address that the program prints, good once and for a short time.

use domain::{Domain, first_run, secret::Secret, session::LINK_MINUTES};
use std::{error::Error, sync::Arc};
use tokio::sync::Mutex;

/// The door behind the printed address. It knows the hash of the secret only.
#[derive(Clone, Debug)]
pub(crate) struct FirstRun {
    hash: Vec<u8>,
    until: i64,
    /// One at a time: the second finds that the first has been there.
    pub(crate) one: Arc<Mutex<()>>,
}

impl FirstRun {
    /// The door and the secret of its address, while there is no account; a new one at each start.
    ///
    /// # Errors
    /// When the database or the machine's randomness fails.
    pub(crate) async fn of(domain: &Domain) -> Result<Option<(Self, Secret)>, Box<dyn Error>> {
        if !first_run::needed(domain).await? {
            return Ok(None);
        }
        let key = Secret::new()?;
        let until = domain.clock.seconds() + LINK_MINUTES * 60;
        Ok(Some((Self { hash: Secret::hash(key.text()), until, one: Arc::default() }, key)))
    }

    /// Whether it opens: the right secret, in time, and nobody has been through.
    pub(crate) async fn opens(&self, domain: &Domain, key: &str) -> Result<bool, domain::Error> {
        let right = Secret::hash(key) == self.hash && domain.clock.seconds() < self.until;
        Ok(right && first_run::needed(domain).await?)
    }
}
