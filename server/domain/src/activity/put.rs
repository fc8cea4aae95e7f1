//! Adds records to the log, each once, whatever file tells of it and in whatever order the files come.
//!
//! The API names its records; the vendor's page does not, and rounds to minutes. Of the records with the same minute, customer,
//! operation, user and status there are as many as the API names, or as many as the page lists in one file, whichever is more.

use super::{
    Record, SECOND, first_id,
    pairs::{self, Side},
};
use crate::{
    Error,
    db::{Tx, sql},
};
use model::{AccountId, ImportId};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is there of records with one hash.
#[derive(Default)]
struct Twins {
    /// The highest number.
    last: i64,
    /// Those that only the page told of: their ids, numbers and information.
    alone: Vec<(i64, i64, String)>,
    /// Ids and numbers of those that the API named.
    named: Vec<(i64, i64)>,
}

#[derive(sqlx::FromRow)]
struct Stored {
    id: i64,
    twin_of: i64,
    nth: i64,
    key: Option<String>,
    information: String,
}

/// What is done with a batch.
#[derive(Default)]
struct Put {
    add: Vec<Record>,
    remove: Vec<i64>,
    inform: Vec<serde_json::Value>,
    /// The pairs of what is added to records.
    told: Vec<(i64, BTreeSet<(String, Side)>)>,
    /// How many records were not there.
    new: u64,
}

/// Adds a batch of records of one file.
pub(crate) async fn put(tx: &mut Tx, account: AccountId, import: ImportId, batch: Vec<Record>) -> Result<u64, Error> {
    let (mut twins, mut keys) = there(tx, account, &batch).await?;
    let mut todo = Put::default();
    for record in batch {
        let twins = twins.entry(record.twin_of).or_default();
        match &record.key {
            Some(key) if !keys.insert(key.clone()) => {}
            Some(_) => todo.named(twins, record),
            None => todo.listed(twins, record),
        }
    }
    todo.write(tx, account, import).await
}

impl Put {
    /// A record that the API names and that is not there under its name: the page may have told of it.
    fn named(&mut self, twins: &mut Twins, mut record: Record) {
        if let Some((id, nth, information)) = twins.alone.pop() {
            record.nth = nth;
            if information != record.new_value {
                record.information = information;
            }
            self.remove.push(id);
        } else {
            twins.last += 1;
            record.nth = twins.last;
            self.new += 1;
        }
        self.add.push(record);
    }

    /// A record that the page lists.
    fn listed(&mut self, twins: &mut Twins, record: Record) {
        if record.nth > twins.last {
            twins.last = record.nth;
            self.new += 1;
            self.add.push(record);
        } else if let Some((id, _)) = twins.named.iter().find(|(_, nth)| *nth == record.nth)
            && !record.information.is_empty()
        {
            self.told.push((*id, pairs::of_details(&record.information)));
            self.inform.push(json!({ "id": id, "information": record.information }));
        }
    }

    async fn write(mut self, tx: &mut Tx, account: AccountId, import: ImportId) -> Result<u64, Error> {
        if !self.remove.is_empty() {
            let ids = serde_json::to_string(&self.remove)?;
            let remove = sql(include_str!("remove.sql")).on_postgres(include_str!("remove.postgres.sql"));
            remove.bind(account.0).bind(ids).execute(&mut *tx).await?;
        }
        if !self.inform.is_empty() {
            let rows = serde_json::to_string(&self.inform)?;
            let inform = sql(include_str!("inform.sql")).on_postgres(include_str!("inform.postgres.sql"));
            inform.bind(account.0).bind(rows).execute(&mut *tx).await?;
        }
        if !self.add.is_empty() {
            place(tx, account, &mut self.add).await?;
            let rows = serde_json::to_string(&self.add)?;
            let insert = sql(include_str!("insert.sql")).on_postgres(include_str!("insert.postgres.sql"));
            insert.bind(account.0).bind(import.0).bind(rows).execute(&mut *tx).await?;
        }
        let of = |(id, pairs): (i64, BTreeSet<(String, Side)>)| {
            pairs.into_iter().map(move |(pair, side)| json!([pair, side.number(), id]))
        };
        let added = self.add.iter().map(|record| (record.id, pairs::all(record)));
        let pairs: Vec<_> = added.chain(self.told).flat_map(of).collect();
        if !pairs.is_empty() {
            let put = sql(include_str!("put_pairs.sql")).on_postgres(include_str!("put_pairs.postgres.sql"));
            put.bind(serde_json::to_string(&pairs)?).execute(&mut *tx).await?;
        }
        if self.add.len() > self.remove.len() {
            let more = i64::try_from(self.add.len() - self.remove.len()).unwrap_or(i64::MAX);
            sql(include_str!("grow.sql")).bind(account.0).bind(more).execute(&mut *tx).await?;
        }
        Ok(self.new)
    }
}

/// What the account has of the records of a batch.
async fn there(
    tx: &mut Tx,
    account: AccountId,
    batch: &[Record],
) -> Result<(HashMap<i64, Twins>, HashSet<String>), Error> {
    let hashes: HashSet<i64> = batch.iter().map(|record| record.twin_of).collect();
    let twins = sql(include_str!("twins.sql")).on_postgres(include_str!("twins.postgres.sql"));
    let rows: Vec<Stored> = twins.bind(account.0).bind(serde_json::to_string(&hashes)?).fetch_all(&mut *tx).await?;
    let mut found: HashMap<i64, Twins> = HashMap::new();
    // The first to be taken is the one with the lowest number.
    for twin in rows.into_iter().rev() {
        let twins = found.entry(twin.twin_of).or_default();
        twins.last = twins.last.max(twin.nth);
        match twin.key {
            None => twins.alone.push((twin.id, twin.nth, twin.information)),
            Some(_) => twins.named.push((twin.id, twin.nth)),
        }
    }
    let keys: Vec<&str> = batch.iter().filter_map(|record| record.key.as_deref()).collect();
    if keys.is_empty() {
        return Ok((found, HashSet::new()));
    }
    let known = sql(include_str!("keys.sql")).on_postgres(include_str!("keys.postgres.sql"));
    let known: Vec<String> = known.bind(account.0).bind(serde_json::to_string(&keys)?).scalars(&mut *tx).await?;
    Ok((found, known.into_iter().collect()))
}

/// Gives each record an id of its own.
async fn place(tx: &mut Tx, account: AccountId, records: &mut [Record]) -> Result<(), Error> {
    for record in &mut *records {
        let mut hash = Sha256::new();
        hash.update(account.0);
        hash.update(record.twin_of.to_be_bytes());
        hash.update(record.nth.to_be_bytes());
        let hash = i64::from(u32::from_be_bytes(hash.finalize()[..4].try_into().unwrap_or_default()));
        // The API's fractions order the records of a second; the page has none, and its records are spread.
        let below = if record.key.is_some() { (record.ticks << 6) | (hash & 63) } else { hash & ((1 << SECOND) - 1) };
        record.id = first_id(record.at) + below;
    }
    loop {
        let ids: Vec<i64> = records.iter().map(|record| record.id).collect();
        let taken = sql(include_str!("taken.sql")).on_postgres(include_str!("taken.postgres.sql"));
        let mut taken: HashSet<i64> =
            taken.bind(serde_json::to_string(&ids)?).scalars(&mut *tx).await?.into_iter().collect();
        let mut moved = false;
        for record in &mut *records {
            while !taken.insert(record.id) {
                record.id += 1;
                moved = true;
            }
        }
        if !moved {
            return Ok(());
        }
    }
}
