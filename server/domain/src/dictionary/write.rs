//! New words: ids are given out inside a write transaction, so that two imports at once never give one twice.

use super::stored_id;
use crate::{
    Error,
    db::{Tx, sql},
    fact::Dim,
    ingest::{LocalCustomer, LocalTerm},
};
use model::AccountId;
use std::collections::HashMap;

/// The account's ids of a file's words, in the file's order; words not seen before get the next ids.
pub(crate) async fn put_terms(
    tx: &mut Tx,
    account: AccountId,
    dim: Dim,
    terms: impl Iterator<Item = LocalTerm<'_>>,
) -> Result<Vec<u32>, Error> {
    let rows: Vec<(i64, String)> =
        sql(include_str!("term_ids.sql")).bind(account.0).bind(dim.key()).fetch_all(&mut *tx).await?;
    let (mut known, mut next) = known(rows)?;
    let mut ids = Vec::new();
    for term in terms {
        if let Some(id) = known.get(&*term.key) {
            ids.push(*id);
            continue;
        }
        sql(include_str!("put_term.sql"))
            .bind(account.0)
            .bind(dim.key())
            .bind(next)
            .bind(&*term.key)
            .bind(&*term.label)
            .execute(&mut *tx)
            .await?;
        known.insert(term.key.into_owned(), next);
        ids.push(next);
        next += 1;
    }
    Ok(ids)
}

/// The account's ids of a file's customers, in the file's order. A later month renames a customer, an earlier one does not.
pub(crate) async fn put_customers(
    tx: &mut Tx,
    account: AccountId,
    customers: &[LocalCustomer],
) -> Result<Vec<u32>, Error> {
    let rows: Vec<(i64, String)> = sql(include_str!("customer_ids.sql")).bind(account.0).fetch_all(&mut *tx).await?;
    let (mut known, mut next) = known(rows)?;
    let mut ids = Vec::with_capacity(customers.len());
    for customer in customers {
        let id = *known.entry(customer.tenant.clone()).or_insert(next);
        next = next.max(id + 1);
        sql(include_str!("put_customer.sql"))
            .bind(account.0)
            .bind(id)
            .bind(&customer.tenant)
            .bind(&customer.name)
            .bind(&customer.domain)
            .bind(&customer.tpid)
            .bind(&customer.duns)
            .bind(customer.named_in.first_day())
            .execute(&mut *tx)
            .await?;
        ids.push(id);
    }
    Ok(ids)
}

/// The ids of what is known, and the next one to give out.
fn known(rows: Vec<(i64, String)>) -> Result<(HashMap<String, u32>, u32), Error> {
    let mut ids = HashMap::with_capacity(rows.len());
    for (id, key) in rows {
        ids.insert(key, stored_id(id)?);
    }
    let next = ids.values().max().map_or(1, |id| id + 1);
    Ok((ids, next))
}
