//! What stands in addresses for an id, and what it is called.

use super::{
    board::Board,
    source::{dim, state_key},
};
use crate::{Error, dictionary, fact::Dim};
use model::{Dataset, Facet};
use std::collections::{HashMap, HashSet};

/// The key and the name of each id.
pub(super) async fn labels(board: &Board<'_>, facet: Facet, ids: &[u32]) -> Result<Vec<(String, String)>, Error> {
    let label = |id: &u32| match facet {
        Facet::Customer => customer(board, *id),
        Facet::State => (state_key(*id).to_owned(), state_key(*id).to_owned()),
        _ => {
            let label = board.reading.dictionary.label(dim(facet), *id).to_owned();
            (label.clone(), label)
        }
    };
    if facet == Facet::Subscription { subscriptions(board, ids).await } else { Ok(ids.iter().map(label).collect()) }
}

/// The tenant, and the name or else the tenant again.
fn customer(board: &Board<'_>, id: u32) -> (String, String) {
    let (tenant, name) = board.reading.dictionary.called(id);
    let name = if name.is_empty() { tenant.clone() } else { name };
    (tenant, name)
}

/// The GUIDs, and whose they are.
async fn subscriptions(board: &Board<'_>, ids: &[u32]) -> Result<Vec<(String, String)>, Error> {
    let wanted = ids.iter().copied().collect();
    let mut guids = dictionary::subscriptions(&board.domain.db, &board.reading.scope, &wanted).await?;
    let holders = holders(board, ids).await?;
    let label = |id: &u32| {
        let guid = guids.remove(id).unwrap_or_default();
        let name = holders.get(id).map_or_else(
            || guid.clone(),
            |holder| format!("{} · {}", customer(board, *holder).1, guid.chars().take(8).collect::<String>()),
        );
        (guid, name)
    };
    Ok(ids.iter().map(label).collect())
}

/// The customers whose subscriptions they are, as the newest months say; most are in the last.
async fn holders(board: &Board<'_>, subscriptions: &[u32]) -> Result<HashMap<u32, u32>, Error> {
    let (mut wanted, mut found) = (subscriptions.iter().copied().collect::<HashSet<_>>(), HashMap::new());
    for dataset in [Dataset::AzureUsage, Dataset::Subscriptions] {
        let months = board.known(dataset).iter().rev().filter(|month| **month <= board.months.to);
        for month in months {
            if wanted.is_empty() {
                return Ok(found);
            }
            for part in board.reading.facts.rows((dataset, *month), &[Dim::Subscription], &[]).await? {
                for (row, customer) in part.customers() {
                    let subscription = part.dims[0].at(row);
                    if wanted.remove(&subscription) {
                        found.insert(subscription, customer);
                    }
                }
            }
        }
    }
    Ok(found)
}
