//! From a file's own ids to the account's.

use crate::{
    Error,
    db::Tx,
    dictionary::{put_customers, put_terms},
    fact::{Columns, Dim, Schema},
    ingest::{LocalRows, Parsed},
};
use model::AccountId;
use std::collections::HashMap;

/// For each dimension that has words: the account's id of each of the file's.
pub(super) struct Remap(HashMap<Dim, Vec<u32>>);

impl Remap {
    /// Gives ids to the file's new words, inside the import's transaction: a name of an import that is not in shows nowhere.
    pub(super) async fn new(tx: &mut Tx, account: AccountId, schema: Schema, parsed: &Parsed) -> Result<Self, Error> {
        let mut all = HashMap::new();
        for dim in schema.dims {
            let ids = match dim {
                // Every row has a customer: no id is set aside for an unknown one.
                Dim::Customer => put_customers(tx, account, &parsed.customers).await?,
                // Their ids are fixed.
                Dim::State | Dim::Risk | Dim::Counted | Dim::AutoRenew | Dim::Day | Dim::Named => continue,
                dim => with_unknown(put_terms(tx, account, *dim, parsed.terms(*dim)).await?),
            };
            all.insert(*dim, ids);
        }
        Ok(Self(all))
    }

    /// The rows with the account's ids.
    pub(super) fn columns(&self, schema: Schema, rows: LocalRows) -> Columns {
        let LocalRows { mut dims, measures } = rows;
        for (dim, column) in schema.dims.iter().zip(&mut dims) {
            if let Some(ids) = self.0.get(dim) {
                for id in column {
                    *id = ids[*id as usize];
                }
            }
        }
        Columns { dims, measures }
    }
}

/// A file's words begin at 1; 0 stays unknown.
fn with_unknown(ids: Vec<u32>) -> Vec<u32> {
    std::iter::once(0).chain(ids).collect()
}
