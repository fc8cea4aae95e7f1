//! The counts, in the database: a restart forgives nobody.

use super::{
    network::network,
    rule::{ADDRESS, CODE, Count, KNOWN, NETWORK, Rule},
};
use crate::{
    Domain, Error,
    db::{DbError, On, Sql, Tx, sql},
    keys::{Keys, Purpose},
};
use model::{Invalid, PersonId, Refusal};

/// Who tries a password, from where, as the keys of their counts.
#[derive(Debug)]
pub(crate) struct Tries {
    address: [u8; 32],
    network: [u8; 32],
    /// The two together: there is a count when the address's person has signed in from the network.
    known: [u8; 32],
}

impl Tries {
    /// The counts of an e-mail address, in lower case, and of a browser's network.
    pub(crate) fn new(keys: &Keys, email: &str, ip: &str) -> Self {
        let network = network(ip);
        Self {
            address: address(keys, email),
            network: key(keys, "network", &network),
            known: key(keys, "known", &format!("{network} {email}")),
        }
    }

    /// Refuses a try that comes too early, without writing anything.
    ///
    /// # Errors
    /// [`Invalid::Proof`] with how long to wait.
    pub(crate) async fn held(&self, domain: &Domain) -> Result<(), Error> {
        let counts = self.counts(sql(include_str!("counts.sql")), &domain.db).await?;
        self.own(&counts, domain.clock.seconds()).map(drop)
    }

    /// Counts a try as a failure, unless it comes too early.
    ///
    /// # Errors
    /// [`Invalid::Proof`] with how long to wait.
    pub(crate) async fn failed(&self, tx: &mut Tx, now: i64) -> Result<(), Error> {
        open(tx, &self.address, now).await?;
        open(tx, &self.network, now).await?;
        let counts = self.lock(tx).await?;
        let own = self.own(&counts, now)?;
        add(tx, &own, now, ADDRESS.forgotten(now)).await?;
        add(tx, &self.network, now, NETWORK.forgotten(now)).await?;
        Ok(())
    }

    /// The last try was right: takes its failure and those before back, and remembers the network.
    ///
    /// # Errors
    /// [`DbError`] when the database fails.
    pub(crate) async fn right(&self, tx: &mut Tx, now: i64) -> Result<(), DbError> {
        self.lock(tx).await?;
        sql(include_str!("forgive.sql")).bind(&self.address[..]).execute(&mut *tx).await?;
        sql(include_str!("know.sql")).bind(&self.known[..]).bind(now).execute(&mut *tx).await?;
        sql(include_str!("take_back.sql")).bind(&self.network[..]).execute(&mut *tx).await?;
        Ok(())
    }

    /// The counts, held until the write ends. Always in one order: who would wait for one another wait in a row.
    async fn lock(&self, tx: &mut Tx) -> Result<Counts, DbError> {
        let locking = sql(include_str!("counts.sql")).on_postgres(include_str!("counts.postgres.sql"));
        self.counts(locking, &mut *tx).await
    }

    async fn counts(&self, read: Sql, on: impl Into<On<'_>>) -> Result<Counts, DbError> {
        let rows: Vec<(Vec<u8>, i64, i64)> =
            read.bind(&self.address[..]).bind(&self.network[..]).bind(&self.known[..]).fetch_all(on).await?;
        let count = |key: &[u8; 32]| {
            let row = rows.iter().find(|(found, ..)| found == key);
            row.map(|(_, failures, last_at)| Count { failures: *failures, last_at: *last_at })
        };
        Ok(Counts {
            address: count(&self.address).unwrap_or_default(),
            network: count(&self.network).unwrap_or_default(),
            known: count(&self.known).filter(|count| !KNOWN.stops(*count)),
        })
    }

    /// The count that a try is up against: the known network's while that holds, else the address's.
    fn own(&self, counts: &Counts, now: i64) -> Result<[u8; 32], Error> {
        let (own, refusal) = match counts.known {
            Some(known) => (self.known, KNOWN.holds(known, now)),
            None => (self.address, ADDRESS.holds(counts.address, now).or_else(|| NETWORK.holds(counts.network, now))),
        };
        refusal.map_or(Ok(own), |refusal| Err(Error::Invalid(Invalid::Proof(refusal))))
    }
}

/// The counts as they stand.
#[derive(Debug)]
struct Counts {
    address: Count,
    network: Count,
    /// Nothing when the network is not known to the person, or is no longer.
    known: Option<Count>,
}

/// Counts a code as wrong, before it is looked at, unless the person tried too often.
///
/// # Errors
/// [`Invalid::Proof`] with how long to wait.
pub(crate) async fn code_failed(tx: &mut Tx, keys: &Keys, person: PersonId, now: i64) -> Result<(), Error> {
    match count(tx, &code(keys, person), CODE, now).await? {
        Some(refusal) => Err(Error::Invalid(Invalid::Proof(refusal))),
        None => Ok(()),
    }
}

/// Adds one to a count that stands alone, unless its rule holds it: then why.
pub(super) async fn count(tx: &mut Tx, key: &[u8; 32], rule: Rule, now: i64) -> Result<Option<Refusal>, DbError> {
    open(tx, key, now).await?;
    let read = sql(include_str!("count.sql")).on_postgres(include_str!("count.postgres.sql"));
    let count: Count = read.bind(&key[..]).fetch_one(&mut *tx).await?;
    let refusal = rule.holds(count, now);
    if refusal.is_none() {
        add(tx, key, now, rule.forgotten(now)).await?;
    }
    Ok(refusal)
}

/// The last code was right: takes its failure and those before back.
pub(crate) async fn code_right(tx: &mut Tx, keys: &Keys, person: PersonId) -> Result<(), DbError> {
    sql(include_str!("forgive.sql")).bind(&code(keys, person)[..]).execute(&mut *tx).await?;
    Ok(())
}

/// Forgives a person's failures: somebody who may has vouched for them with a link.
///
/// # Errors
/// [`DbError`] when the database fails.
pub(crate) async fn forgive(tx: &mut Tx, keys: &Keys, person: PersonId) -> Result<(), DbError> {
    let email: String = sql(include_str!("email.sql")).bind(person.0).scalar(&mut *tx).await?;
    sql(include_str!("forgive.sql")).bind(&address(keys, &email)[..]).execute(&mut *tx).await?;
    code_right(tx, keys, person).await
}

/// Makes sure that there is a count to lock.
async fn open(tx: &mut Tx, key: &[u8; 32], now: i64) -> Result<(), DbError> {
    sql(include_str!("open.sql")).bind(&key[..]).bind(now).execute(&mut *tx).await?;
    Ok(())
}

async fn add(tx: &mut Tx, key: &[u8; 32], now: i64, forgotten: i64) -> Result<(), DbError> {
    sql(include_str!("add.sql")).bind(&key[..]).bind(now).bind(forgotten).execute(&mut *tx).await?;
    Ok(())
}

fn address(keys: &Keys, email: &str) -> [u8; 32] {
    key(keys, "address", email)
}

fn code(keys: &Keys, person: PersonId) -> [u8; 32] {
    key(keys, "code", &person.to_string())
}

pub(super) fn key(keys: &Keys, kind: &str, whose: &str) -> [u8; 32] {
    keys.mac(Purpose::Throttle, format!("{kind} {whose}").as_bytes())
}
