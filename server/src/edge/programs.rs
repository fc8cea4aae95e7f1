//! What programs open with API tokens, and the routes that are there for nothing else.

use super::{Edge, edge, insights, odata};
use axum::routing::{delete, get, post, put};

/// What API tokens open, by method and route: these and nothing else, whatever their scopes.
pub(crate) const FOR_TOKENS: [(&str, &str); 19] = [
    ("GET", "/export/rows"),
    ("GET", "/export/licenses.csv"),
    ("GET", "/export/licenses.tsv"),
    ("POST", "/settings/data"),
    ("GET", ALONE[0]),
    ("GET", ALONE[1]),
    ("GET", ALONE[2]),
    ("GET", ALONE[3]),
    ("GET", ALONE[4]),
    ("POST", ALONE[4]),
    ("GET", ALONE[5]),
    ("DELETE", ALONE[6]),
    ("GET", ALONE[7]),
    ("POST", ALONE[7]),
    ("PUT", ALONE[8]),
    ("DELETE", ALONE[8]),
    ("PUT", ALONE[9]),
    ("PUT", ALONE[10]),
    ("GET", ALONE[11]),
];

/// The feed and the Insights API, which nothing but tokens opens: programs are told so by the status, not sent to sign in.
pub(crate) const ALONE: [&str; 12] = [
    "/odata/v4/{account}",
    "/odata/v4/{account}/",
    "/odata/v4/{account}/{*path}",
    "/insights/v1/mpn/ScheduledDataset",
    "/insights/v1/mpn/ScheduledQueries",
    "/insights/v1/mpn/ScheduledQueries/testQueryResult",
    "/insights/v1/mpn/ScheduledQueries/{id}",
    "/insights/v1/mpn/ScheduledReport",
    "/insights/v1/mpn/ScheduledReport/{id}",
    "/insights/v1/mpn/ScheduledReport/pause/{id}",
    "/insights/v1/mpn/ScheduledReport/resume/{id}",
    "/insights/v1/mpn/ScheduledReport/execution/{id}",
];

/// Links to files: whoever has one needs nothing else.
pub(crate) const SIGNED_LINK: &str = "/insights/v1/mpn/files/{id}";

/// The routes behind [`ALONE`], and that of the links that they give out.
pub(super) fn edges() -> Vec<Edge> {
    vec![
        edge("GET", ALONE[0], get(odata::root)),
        edge("GET", ALONE[1], get(odata::root)),
        edge("GET", ALONE[2], get(odata::read)),
        edge("GET", ALONE[3], get(insights::datasets)),
        edge("GET", ALONE[4], get(insights::queries)),
        edge("POST", ALONE[4], post(insights::create_query)),
        edge("GET", ALONE[5], get(insights::trial)),
        edge("DELETE", ALONE[6], delete(insights::remove_query)),
        edge("GET", ALONE[7], get(insights::reports)),
        edge("POST", ALONE[7], post(insights::create_report)),
        edge("PUT", ALONE[8], put(insights::change_report)),
        edge("DELETE", ALONE[8], delete(insights::remove_report)),
        edge("PUT", ALONE[9], put(insights::pause)),
        edge("PUT", ALONE[10], put(insights::resume)),
        edge("GET", ALONE[11], get(insights::executions)),
        edge("GET", SIGNED_LINK, get(insights::file)),
    ]
}
