//! What stands in addresses for an id, and what it is called.

use super::{
    board::Board,
    source::{dim, state_key},
};
use crate::{
    Error, dictionary,
    fact::Dim,
    scan::{Filter, Query},
};
use model::{Dataset, Facet};

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
    let mut labels = Vec::with_capacity(ids.len());
    for id in ids {
        let guid = guids.remove(id).unwrap_or_default();
        let name = match holder(board, *id).await? {
            Some(customer) => format!("{customer} · {}", guid.chars().take(8).collect::<String>()),
            None => guid.clone(),
        };
        labels.push((guid, name));
    }
    Ok(labels)
}

/// The name of the customer whose subscription it is.
async fn holder(board: &Board<'_>, subscription: u32) -> Result<Option<String>, Error> {
    for dataset in [Dataset::AzureUsage, Dataset::Subscriptions] {
        let months: Vec<_> = board.known(dataset).iter().copied().filter(|month| *month <= board.months.to).collect();
        let query = Query {
            filters: vec![Filter::In(Dim::Subscription, vec![subscription])],
            group: vec![Dim::Customer],
            ..Query::of(dataset, months)
        };
        if let Some(group) = board.reading.scan(board.domain, &query).await?.first() {
            return Ok(Some(customer(board, group.ids[0]).1));
        }
    }
    Ok(None)
}
