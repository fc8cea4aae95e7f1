//! How to connect Power BI and Excel to the feed.

use super::{
    odata::{address, tables},
    plain::Pages,
    problem::{SignedIn, answer},
};
use crate::router::Edges;
use app::{
    plain::{Feed, FeedTable},
    request::Asker,
};
use axum::{
    Extension,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Error, access::Caller, account};
use model::Permission;
use serde_json::json;

pub(super) async fn page(State(edges): State<Edges>, SignedIn(caller): SignedIn, pages: Pages) -> Response {
    match of(&edges, &caller).await {
        Ok(address) => {
            let tables = tables(&caller).into_iter().map(|(name, columns)| FeedTable { name, columns }).collect();
            pages.page(Feed { address, tables })
        }
        Err(error) => pages.failed(error, "/feed").await,
    }
}

/// The file that opens Power BI Desktop with the address filled in. It holds no token.
pub(super) async fn file(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
) -> Response {
    match of(&edges, &caller).await {
        Ok(address) => {
            let details = json!({ "protocol": "odata", "address": { "url": address } });
            let connection = json!({ "details": details, "options": {}, "mode": "Import" });
            let file = json!({ "version": "0.1", "connections": [connection] }).to_string();
            let headers = [
                (header::CONTENT_TYPE, "application/octet-stream"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"seatscope.pbids\""),
            ];
            (headers, file).into_response()
        }
        Err(error) => answer(&edges.domain, &asker, error).await,
    }
}

/// The address of the feed of the caller's account.
async fn of(edges: &Edges, caller: &Caller) -> Result<String, Error> {
    caller.may(Permission::ReadFeed)?;
    let accounts = account::list(&edges.domain).await?;
    let own = accounts.into_iter().find(|it| it.id == caller.account()).ok_or(Error::NotFound)?;
    Ok(address(edges, &own.mpn_id))
}
