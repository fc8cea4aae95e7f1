//! The files that connect Power BI and Excel. They hold the address of the caller's account, and no token.

use super::of;
use crate::{
    edge::{
        odata::tables,
        problem::{SignedIn, answer},
    },
    router::Edges,
};
use app::request::Asker;
use axum::{
    Extension,
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Error, access::Caller};
use model::pairs;
use serde_json::json;

/// Functions of Power Query.
pub(super) const LIBRARY: &str = include_str!("library.pq");
/// Measures of a model, by report.
pub(super) const MEASURES: &str = concat!(
    include_str!("measures/start.dax"),
    include_str!("measures/business.dax"),
    include_str!("measures/subscriptions.dax"),
    include_str!("measures/trials.dax"),
    include_str!("measures/seats.dax"),
    include_str!("measures/usage.dax"),
    include_str!("measures/azure.dax"),
    include_str!("measures/azure_subscriptions.dax"),
    include_str!("measures/resources.dax"),
    include_str!("measures/workloads.dax"),
);
/// A connection of Excel to a query, as [MS-ODCFF] 2.7.1.1 describes it, and the query, as [MS-QDEIF] does.
const CONNECTION: &str = include_str!("connection.odc");
const MASHUP: &str = include_str!("mashup.xml");
/// The table that Excel is given when none is named: the smallest, with what is asked most.
const READY: &str = "Measures";

const TEXT: &str = "text/plain; charset=utf-8";

type Asked = (State<Edges>, SignedIn, Extension<Asker>);

/// The file that opens Power BI Desktop with the address filled in.
pub(in crate::edge) async fn power_bi(edges: State<Edges>, caller: SignedIn, asker: Extension<Asker>) -> Response {
    give((edges, caller, asker), "application/octet-stream", "seatscope.pbids", |address, _| {
        let details = json!({ "protocol": "odata", "address": { "url": address } });
        let connection = json!({ "details": details, "options": {}, "mode": "Import" });
        Ok(json!({ "version": "0.1", "connections": [connection] }).to_string())
    })
    .await
}

/// Functions of Power Query that read the feed.
pub(in crate::edge) async fn library(edges: State<Edges>, caller: SignedIn, asker: Extension<Asker>) -> Response {
    give((edges, caller, asker), TEXT, "seatscope.pq", |address, _| Ok(LIBRARY.replace("{address}", address))).await
}

/// Measures in DAX for a model of the feed's tables.
pub(in crate::edge) async fn measures(edges: State<Edges>, caller: SignedIn, asker: Extension<Asker>) -> Response {
    give((edges, caller, asker), TEXT, "measures.dax", |_, _| Ok(MEASURES.to_owned())).await
}

/// The file that opens Excel with a table of the feed: that which `table` in the address names.
pub(in crate::edge) async fn excel(
    edges: State<Edges>,
    caller: SignedIn,
    asker: Extension<Asker>,
    RawQuery(query): RawQuery,
) -> Response {
    let pairs = pairs(&query.unwrap_or_default());
    let named = pairs.iter().find(|(name, _)| name == "table").map_or(READY, |(_, value)| value.as_str());
    give((edges, caller, asker), "text/x-ms-odc; charset=utf-8", "seatscope.odc", |address, caller| {
        let (table, _) = tables(caller).into_iter().find(|(name, _)| *name == named).ok_or(Error::NotFound)?;
        let mashup = MASHUP.replace("{address}", address).replace("{table}", table);
        Ok(CONNECTION.replace("{table}", table).replace("{mashup}", &escaped(&mashup)))
    })
    .await
}

/// A file made of the address of the caller's feed.
async fn give(
    (State(edges), SignedIn(caller), Extension(asker)): Asked,
    kind: &'static str,
    name: &'static str,
    made: impl FnOnce(&str, &Caller) -> Result<String, Error>,
) -> Response {
    match of(&edges, &caller).await.and_then(|address| made(&address, &caller)) {
        Ok(text) => {
            let attachment = format!("attachment; filename=\"{name}\"");
            let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)];
            (headers, text).into_response()
        }
        Err(error) => answer(&edges.domain, &asker, error).await,
    }
}

/// XML as the text of an element.
fn escaped(xml: &str) -> String {
    xml.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
