//! What stands in addresses for an id, and what it is called.

use super::{
    board::Board,
    source::{dim, state_key},
};
use crate::{
    Error,
    db::sql,
    fact::Dim,
    scan::{Filter, Query},
};
use model::{Dataset, Facet};

/// The key and the name of each id.
pub(super) async fn labels(board: &Board<'_>, facet: Facet, ids: &[u32]) -> Result<Vec<(String, String)>, Error> {
    let mut labels = Vec::with_capacity(ids.len());
    for id in ids {
        labels.push(match facet {
            Facet::Customer => customer(board, *id),
            Facet::State => (state_key(*id).to_owned(), state_key(*id).to_owned()),
            Facet::Subscription => subscription(board, *id).await?,
            _ => {
                let label = board.reading.dictionary.label(dim(facet), *id).to_owned();
                (label.clone(), label)
            }
        });
    }
    Ok(labels)
}

/// The tenant, and the name or else the tenant again.
fn customer(board: &Board<'_>, id: u32) -> (String, String) {
    let customer = board.reading.dictionary.customer(id);
    customer.map_or_else(Default::default, |it| {
        let name = if it.name.is_empty() { &it.tenant } else { &it.name };
        (it.tenant.clone(), name.clone())
    })
}

/// The GUID, and whose it is.
async fn subscription(board: &Board<'_>, id: u32) -> Result<(String, String), Error> {
    let guid: Option<String> = sql(include_str!("term.sql"))
        .bind(board.reading.scope.account().0)
        .bind(i64::from(id))
        .scalar_optional(&board.domain.db)
        .await?;
    let guid = guid.unwrap_or_default();
    for dataset in [Dataset::AzureUsage, Dataset::Subscriptions] {
        let months: Vec<_> = board.known(dataset).iter().copied().filter(|month| *month <= board.months.to).collect();
        let query = Query {
            filters: vec![Filter::In(Dim::Subscription, vec![id])],
            group: vec![Dim::Customer],
            ..Query::of(dataset, months)
        };
        if let Some(group) = board.reading.scan(board.domain, &query).await?.first() {
            let short: String = guid.chars().take(8).collect();
            return Ok((guid, format!("{} · {short}", customer(board, group.ids[0]).1)));
        }
    }
    Ok((guid.clone(), guid))
}
