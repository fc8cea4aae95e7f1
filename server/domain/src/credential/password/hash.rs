//! Hashing, slow on purpose: a few at a time, off the threads that answer requests.

use super::Plain;
use crate::{Error, db::DbError};
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::{self, phc::PasswordHash},
};
use std::{num::NonZero, sync::Arc};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a hash costs: memory in KiB, passes, lanes. Hashes of lower cost are made anew when their owner signs in.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// How many may wait. Each takes some 40 ms of a core, so who comes last waits about a second.
const WAITING: usize = 32;

/// The places at which passwords are hashed. Cheap to clone; clones share the places.
#[derive(Clone, Debug)]
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

/// A place in the queue.
#[derive(Debug)]
pub(crate) struct Place {
    running: Arc<Semaphore>,
    queued: OwnedSemaphorePermit,
}

/// What came of comparing.
#[derive(Debug)]
pub(crate) struct Compared {
    /// Whether it is the password.
    pub(crate) right: bool,
    /// Its new hash, when the one at hand cost too little.
    pub(crate) renewed: Option<String>,
}

impl Default for Hasher {
    /// One core stays free for those who are signed in.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let running = cores.saturating_sub(1).max(1);
        Self { running: Arc::new(Semaphore::new(running)), queue: Arc::new(Semaphore::new(running + WAITING)) }
    }
}

impl Hasher {
    /// Queues up.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait already.
    pub(crate) fn queue(&self) -> Result<Place, Error> {
        let queued = Arc::clone(&self.queue).try_acquire_owned().map_err(|_| Error::Busy)?;
        Ok(Place { running: Arc::clone(&self.running), queued })
    }
}

impl Place {
    /// A password's hash, as a PHC string.
    ///
    /// # Errors
    /// [`Error::Io`] when the machine has no randomness to give.
    pub(crate) async fn hash(self, plain: Plain) -> Result<String, Error> {
        self.run(move || hash(&plain)).await
    }

    /// Whether a password is the one behind a hash. Without a hash it is not, after the same work: how long an answer takes
    /// does not tell whether there is a hash.
    ///
    /// # Errors
    /// [`DbError::Damaged`] when the hash is none.
    pub(crate) async fn compare(self, plain: Plain, phc: Option<String>) -> Result<Compared, Error> {
        self.run(move || compare(&plain, phc.as_deref())).await
    }

    /// The place is given up when the work ends, not when whoever asked for it goes away.
    async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let running = self.running.acquire_owned().await.map_err(std::io::Error::other)?;
        let done = tokio::task::spawn_blocking(move || {
            let _places = (running, self.queued);
            work()
        });
        done.await.map_err(std::io::Error::other)?
    }
}

fn hash(plain: &Plain) -> Result<String, Error> {
    let hash = argon2()?.hash_password(plain.bytes()).map_err(std::io::Error::other)?;
    Ok(hash.to_string())
}

fn compare(plain: &Plain, phc: Option<&str>) -> Result<Compared, Error> {
    let (memory, passes, lanes) = COST;
    // Nobody's hash: 16 and 32 bytes of zeros.
    let (salt, nothing) = ("A".repeat(22), "A".repeat(43));
    let nobody = format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${nothing}");
    let stored = PasswordHash::new(phc.unwrap_or(&nobody)).map_err(|_| damaged())?;
    let right = match argon2()?.verify_password(plain.bytes(), &stored) {
        Ok(()) => phc.is_some(),
        Err(password_hash::Error::PasswordInvalid) => false,
        Err(_) => return Err(damaged()),
    };
    let cost = Params::try_from(&stored).map_err(|_| damaged())?;
    let cheap = cost.m_cost() < memory || cost.t_cost() < passes;
    let renewed = if right && cheap { Some(hash(plain)?) } else { None };
    Ok(Compared { right, renewed })
}

fn argon2() -> Result<Argon2<'static>, Error> {
    let (memory, passes, lanes) = COST;
    let cost = Params::new(memory, passes, lanes, None).map_err(std::io::Error::other)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, cost))
}

fn damaged() -> Error {
    DbError::Damaged("a password's hash".into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn compared(typed: &str, phc: Option<&str>) -> Compared {
        let place = Hasher::default().queue().unwrap();
        place.compare(Plain::new(typed), phc.map(Into::into)).await.unwrap()
    }

    #[tokio::test]
    async fn a_hash_names_its_cost_and_knows_its_password() {
        let hasher = Hasher::default();
        let phc = hasher.queue().unwrap().hash(Plain::new("correct horse battery")).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        let again = hasher.queue().unwrap().hash(Plain::new("correct horse battery")).await.unwrap();
        assert_ne!(phc, again, "salted");
        assert!(compared("correct horse battery", Some(&phc)).await.right);
        assert!(!compared("Correct horse battery", Some(&phc)).await.right);
        assert!(compared("correct horse battery", Some(&phc)).await.renewed.is_none());
    }

    #[tokio::test]
    async fn a_hash_that_cost_too_little_is_made_anew_for_its_owner_only() {
        let cheap = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
        let phc = cheap.hash_password(b"correct horse battery").unwrap().to_string();
        assert!(compared("wrong", Some(&phc)).await.renewed.is_none());
        let renewed = compared("correct horse battery", Some(&phc)).await.renewed.unwrap();
        assert!(renewed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(compared("correct horse battery", Some(&renewed)).await.right);
    }

    #[tokio::test]
    async fn nobody_has_no_password() {
        for typed in ["", "correct horse battery"] {
            assert!(!compared(typed, None).await.right);
        }
    }

    #[tokio::test]
    async fn a_damaged_hash_is_said_to_be_damaged() {
        let place = Hasher::default().queue().unwrap();
        let error = place.compare(Plain::new("x"), Some("$argon2id$".into())).await.unwrap_err();
        assert!(matches!(error, Error::Db(DbError::Damaged(_))), "{error}");
    }

    #[tokio::test]
    async fn the_queue_is_bounded_and_empties() {
        let hasher = Hasher::default();
        let mut places = Vec::new();
        while let Ok(place) = hasher.queue() {
            places.push(place);
        }
        assert!(places.len() > WAITING);
        assert!(matches!(hasher.queue(), Err(Error::Busy)));
        let mut work = Vec::new();
        for place in places.drain(..4) {
            work.push(tokio::spawn(place.hash(Plain::new("correct horse battery"))));
        }
        // Nobody waits for these any more; they end all the same.
        drop(places);
        for work in work {
            work.await.unwrap().unwrap();
        }
        assert!(hasher.queue().is_ok());
    }
}
