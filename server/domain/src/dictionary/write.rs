//! New words: ids are given out inside a write transaction, so that two imports at once never give one twice.

use crate::{Error, db::Tx, fact::Dim};
use model::{AccountId, Month};
use std::collections::HashMap;

/// A word of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewTerm {
    /// The folded spelling.
    pub(crate) key: String,
    /// The spelling.
    pub(crate) label: String,
}

/// A customer of a file. Empty texts are unknown and overwrite nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewCustomer {
    /// The tenant's GUID in lower case.
    pub(crate) tenant: String,
    /// Its name.
    pub(crate) name: String,
    /// Its tenant's domain.
    pub(crate) domain: String,
    /// Its top parent id.
    pub(crate) tpid: String,
    /// Its D-U-N-S number.
    pub(crate) duns: String,
    /// The month whose rows spelt it so.
    pub(crate) named_in: Month,
}

/// The account's ids of a file's words, in the file's order; words not seen before get the next ids.
pub(crate) async fn put_terms(tx: &mut Tx, account: AccountId, dim: Dim, terms: &[NewTerm]) -> Result<Vec<u32>, Error> {
    let rows: Vec<(u32, String)> =
        sqlx::query_as(include_str!("term_ids.sql")).bind(account.0).bind(dim.key()).fetch_all(&mut **tx).await?;
    let mut next = rows.iter().map(|(id, _)| id + 1).max().unwrap_or(1);
    let mut known: HashMap<String, u32> = rows.into_iter().map(|(id, key)| (key, id)).collect();
    let mut ids = Vec::with_capacity(terms.len());
    for term in terms {
        if let Some(id) = known.get(&term.key) {
            ids.push(*id);
            continue;
        }
        sqlx::query(include_str!("put_term.sql"))
            .bind(account.0)
            .bind(dim.key())
            .bind(next)
            .bind(&term.key)
            .bind(&term.label)
            .execute(&mut **tx)
            .await?;
        known.insert(term.key.clone(), next);
        ids.push(next);
        next += 1;
    }
    Ok(ids)
}

/// The account's ids of a file's customers, in the file's order. A later month renames a customer, an earlier one does not.
pub(crate) async fn put_customers(
    tx: &mut Tx,
    account: AccountId,
    customers: &[NewCustomer],
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
