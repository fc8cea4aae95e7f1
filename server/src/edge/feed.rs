//! How to connect Power BI and Excel to the feed: the page, and what it gives to download.

mod files;
#[cfg(test)]
mod tests;

pub(super) use files::{excel, library, measures, power_bi};

use super::{
    odata::{address, tables},
    plain::Pages,
    problem::SignedIn,
};
use crate::router::Edges;
use app::plain::{Feed, FeedTable};
use axum::{extract::State, response::Response};
use domain::{Error, access::Caller, account};
use model::Permission;

pub(super) async fn page(State(edges): State<Edges>, SignedIn(caller): SignedIn, pages: Pages) -> Response {
    match of(&edges, &caller).await {
        Ok(address) => {
            let tables = tables(&caller).into_iter().map(|(name, columns)| FeedTable { name, columns }).collect();
            pages.page(Feed { address, tables })
        }
        Err(error) => pages.failed(error, "/feed").await,
    }
}

/// The address of the feed of the caller's account.
async fn of(edges: &Edges, caller: &Caller) -> Result<String, Error> {
    caller.may(Permission::ReadFeed)?;
    let accounts = account::list(&edges.domain).await?;
    let own = accounts.into_iter().find(|it| it.id == caller.account()).ok_or(Error::NotFound)?;
    Ok(address(edges, &own.mpn_id))
}
