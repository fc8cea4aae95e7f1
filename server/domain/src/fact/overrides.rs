//! What the partner says of its customers, in place of what the vendor's rows say: laid over the columns as they are read, so
//! that the rows stay as they came and any of it can be taken back.

use super::{Dim, Ids, Part, Runs};
use crate::db::{Db, DbError, sql};
use model::AccountId;
use std::{collections::BTreeMap, sync::Arc};

/// The overrides of an account's customers, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Overrides {
    /// Tenants that count as part of another customer.
    merged: BTreeMap<u32, u32>,
    /// Markets, by the customer that counts.
    markets: BTreeMap<u32, u32>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    merged_into: Option<i64>,
    market: Option<i64>,
}

impl Overrides {
    pub(crate) async fn read(db: &Db, account: AccountId) -> Result<Self, DbError> {
        let rows: Vec<Row> = sql(include_str!("overrides.sql")).bind(account.0).fetch_all(db).await?;
        let mut all = Self::default();
        let id = |id: i64| u32::try_from(id).ok();
        for row in rows {
            let Some(customer) = id(row.id) else { continue };
            all.merged.extend(row.merged_into.and_then(id).map(|into| (customer, into)));
            all.markets.extend(row.market.and_then(id).map(|market| (customer, market)));
        }
        Ok(all)
    }

    /// Whether customers of rows may have become others: they are then in no order, and one may be in several parts.
    pub(crate) fn merges(&self) -> bool {
        !self.merged.is_empty()
    }

    /// The highest id of a dimension that is laid over rows.
    pub(crate) fn highest(&self, dim: Dim) -> u32 {
        let all = match dim {
            Dim::Customer => &self.merged,
            Dim::Market => &self.markets,
            _ => return 0,
        };
        all.values().copied().max().unwrap_or(0)
    }

    /// Lays them over a part with these columns.
    pub(crate) fn lay_over(&self, mut part: Part, dims: &[Dim]) -> Part {
        let is_merged = |id: &u32| self.merged.contains_key(id);
        if self.merges() && part.runs.customers.iter().any(is_merged) {
            let customers = part.runs.customers.iter().map(|id| *self.merged.get(id).unwrap_or(id)).collect();
            part.runs = Arc::new(Runs { customers, starts: part.runs.starts.clone() });
        }
        if self.markets.is_empty() {
            return part;
        }
        let Some(place) = dims.iter().position(|dim| *dim == Dim::Market) else { return part };
        let runs = part.runs.starts.windows(2).zip(&part.runs.customers);
        let told: Vec<_> = runs.filter_map(|(run, customer)| Some((run, *self.markets.get(customer)?))).collect();
        if !told.is_empty() {
            let mut markets: Vec<u32> = (0..part.rows).map(|row| part.dims[place].at(row)).collect();
            for (run, market) in told {
                markets[run[0] as usize..run[1] as usize].fill(market);
            }
            part.dims[place] = Arc::new(Ids::U32(markets.into()));
        }
        part
    }
}
