//! New words: ids are given out inside a write transaction, so that two imports at once never give one twice.

use crate::{
    Error,
    db::Tx,
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
    let rows: Vec<(u32, String)> =
        sqlx::query_as(include_str!("term_ids.sql")).bind(account.0).bind(dim.key()).fetch_all(&mut **tx).await?;
    let mut next = rows.iter().map(|(id, _)| id + 1).max().unwrap_or(1);
    let mut known: HashMap<String, u32> = rows.into_iter().map(|(id, key)| (key, id)).collect();
    let mut ids = Vec::new();
    for term in terms {
        if let Some(id) = known.get(&*term.key) {
            ids.push(*id);
            continue;
        }
        sqlx::query(include_str!("put_term.sql"))
            .bind(account.0)
            .bind(dim.key())
            .bind(next)
            .bind(&*term.key)
            .bind(&*term.label)
            .execute(&mut **tx)
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
    let rows: Vec<(u32, String)> =
        sqlx::query_as(include_str!("customer_ids.sql")).bind(account.0).fetch_all(&mut **tx).await?;
    let mut next = rows.iter().map(|(id, _)| id + 1).max().unwrap_or(1);
    let mut known: HashMap<String, u32> = rows.into_iter().map(|(id, tenant)| (tenant, id)).collect();
    let mut ids = Vec::with_capacity(customers.len());
    for customer in customers {
        let id = *known.entry(customer.tenant.clone()).or_insert(next);
        next = next.max(id + 1);
        sqlx::query(include_str!("put_customer.sql"))
            .bind(account.0)
            .bind(id)
            .bind(&customer.tenant)
            .bind(&customer.name)
            .bind(&customer.domain)
            .bind(&customer.tpid)
            .bind(&customer.duns)
            .bind(customer.named_in.first_day())
            .execute(&mut **tx)
            .await?;
        ids.push(id);
    }
    Ok(ids)
}
