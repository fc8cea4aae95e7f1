//! How rows are bound to each other, and the newest to this installation.

use crate::{
    db::{DbError, Tx, sql},
    keys::{Keys, Purpose},
};
use model::AccountId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the first row of a chain follows.
pub(super) const NOTHING: [u8; 32] = [0; 32];

/// A row that waits for its transaction to commit.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) account: Uuid,
    pub(crate) at: i64,
    pub(crate) actor: Option<Uuid>,
    pub(crate) action: &'static str,
    pub(crate) subject: String,
    pub(crate) details: String,
}

/// A stored row.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Row {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor_id: Option<Uuid>,
    pub(super) action: String,
    pub(super) subject: String,
    pub(super) details: String,
    pub(super) hash: Option<Vec<u8>>,
}

impl Row {
    /// SHA-256 over the hash of the row before and all of this one. Each field goes in with its length before it, so that
    /// nothing can move from one field to the next.
    pub(super) fn hash_after(&self, before: &[u8], account: AccountId) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        field(before);
        field(account.0.as_bytes());
        field(&self.seq.to_be_bytes());
        field(&self.at.to_be_bytes());
        field(self.actor_id.as_ref().map_or(&[], |actor| actor.as_bytes()));
        field(self.action.as_bytes());
        field(self.subject.as_bytes());
        field(self.details.as_bytes());
        hash.finalize().into()
    }
}

/// The newest row of a chain.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) hash: Vec<u8>,
    /// Empty once a head was found that this installation did not seal: from then on the chain stays marked.
    pub(super) mac: Vec<u8>,
}

impl Head {
    pub(super) fn sealed(keys: &Keys, account: AccountId, seq: i64, hash: &[u8]) -> Self {
        Self { seq, hash: hash.to_vec(), mac: mac(keys, account, seq, hash).to_vec() }
    }

    /// Whether this installation sealed it.
    pub(super) fn is_ours(&self, keys: &Keys, account: AccountId) -> bool {
        self.mac == mac(keys, account, self.seq, &self.hash)
    }
}

fn mac(keys: &Keys, account: AccountId, seq: i64, hash: &[u8]) -> [u8; 32] {
    keys.mac(Purpose::AuditHead, &[&account.0.as_bytes()[..], &seq.to_be_bytes(), hash].concat())
}

/// Begins the chain of a new account, before its first row.
///
/// # Errors
/// [`DbError`] when the database fails.
pub(crate) async fn begin(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    let head = Head::sealed(tx.keys(), account, 0, &NOTHING);
    put(tx, account, head).await
}

pub(super) async fn put(tx: &mut Tx, account: AccountId, head: Head) -> Result<(), DbError> {
    sql(include_str!("put_head.sql")).bind(account.0).bind(head.seq).bind(head.hash).bind(head.mac).execute(tx).await?;
    Ok(())
}

/// Writes the rows of a transaction that is about to commit, and moves the head of each account's chain.
///
/// # Errors
/// [`DbError`] when the database fails.
pub(crate) async fn append(tx: &mut Tx, mut entries: Vec<Entry>) -> Result<(), DbError> {
    // Always in the same order, so that two transactions over several accounts do not wait for each other.
    entries.sort_by_key(|entry| entry.account);
    for chained in entries.chunk_by(|one, next| one.account == next.account) {
        let account = AccountId(chained[0].account);
        let head = locked(tx, account).await?;
        // A head that somebody else wrote, or took away, is never sealed over: the fault would be gone with it.
        let ours = head.as_ref().is_some_and(|head| head.is_ours(tx.keys(), account));
        let (mut seq, mut hash) = head.map_or((0, NOTHING.to_vec()), |head| (head.seq, head.hash));
        for entry in chained {
            seq += 1;
            hash = insert(tx, account, entry, seq, &hash).await?.to_vec();
        }
        let mut head = Head::sealed(tx.keys(), account, seq, &hash);
        if !ours {
            head.mac.clear();
        }
        put(tx, account, head).await?;
    }
    Ok(())
}

/// The head, held until the transaction ends; where it is missing, the newest row stands in for it.
pub(super) async fn locked(tx: &mut Tx, account: AccountId) -> Result<Option<Head>, DbError> {
    let head = sql(include_str!("head.sql"))
        .on_postgres(include_str!("head.postgres.sql"))
        .bind(account.0)
        .fetch_optional(&mut *tx)
        .await?;
    if head.is_some() {
        return Ok(head);
    }
    sql(include_str!("newest.sql")).bind(account.0).fetch_optional(tx).await
}

async fn insert(tx: &mut Tx, account: AccountId, entry: &Entry, seq: i64, before: &[u8]) -> Result<[u8; 32], DbError> {
    let row = Row {
        seq,
        at: entry.at,
        actor_id: entry.actor,
        action: entry.action.to_owned(),
        subject: entry.subject.clone(),
        details: entry.details.clone(),
        hash: None,
    };
    let hash = row.hash_after(before, account);
    sql(include_str!("insert.sql"))
        .bind(account.0)
        .bind(seq)
        .bind(row.at)
        .bind(row.actor_id)
        .bind(row.action)
        .bind(row.subject)
        .bind(row.details)
        .bind(&hash[..])
        .execute(tx)
        .await?;
    Ok(hash)
}
