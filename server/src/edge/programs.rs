//! What programs open with API tokens, and the routes that are there for nothing else.

use super::{Edge, edge, feed, insights, odata, v1};
use axum::routing::{delete, get, post, put};

/// What people open, and API tokens as well.
const ALSO: [(&str, &str); 4] = [
    ("GET", "/export/rows"),
    ("GET", "/export/licenses.csv"),
    ("GET", "/export/licenses.tsv"),
    ("POST", "/settings/data"),
];

/// How routes begin that nothing but tokens opens: the feed, the Insights API, the API.
const ALONE: [&str; 3] = ["/odata/v4/", "/insights/v1/mpn/Scheduled", "/api/v1/"];

/// Links to files: whoever has one needs nothing else.
pub(crate) const SIGNED_LINK: &str = "/insights/v1/mpn/files/{id}";

/// What describes the API, to anybody.
pub(crate) const DESCRIPTION: &str = "/api/v1/openapi.json";

/// Whether nothing but tokens opens a route: programs are told so by the status, not sent to sign in.
pub(crate) fn is_alone(route: &str) -> bool {
    route != DESCRIPTION && ALONE.iter().any(|beginning| route.starts_with(beginning))
}

/// Whether API tokens open a route: these and nothing else, whatever their scopes.
pub(crate) fn takes_tokens(method: &str, route: &str) -> bool {
    is_alone(route) || ALSO.contains(&(method, route))
}

/// The routes that are there for programs, and for whoever connects one.
pub(super) fn edges() -> Vec<Edge> {
    let mut all = vec![
        edge("GET", "/feed", get(feed::page)),
        edge("GET", "/feed/seatscope.pbids", get(feed::power_bi)),
        edge("GET", "/feed/seatscope.pq", get(feed::library)),
        edge("GET", "/feed/seatscope.odc", get(feed::excel)),
        edge("GET", "/feed/measures.dax", get(feed::measures)),
        edge("GET", "/odata/v4/{account}", get(odata::root)),
        edge("GET", "/odata/v4/{account}/", get(odata::root)),
        edge("GET", "/odata/v4/{account}/{*path}", get(odata::read)),
        edge("GET", "/insights/v1/mpn/ScheduledDataset", get(insights::datasets)),
        edge("GET", "/insights/v1/mpn/ScheduledQueries", get(insights::queries)),
        edge("POST", "/insights/v1/mpn/ScheduledQueries", post(insights::create_query)),
        edge("GET", "/insights/v1/mpn/ScheduledQueries/testQueryResult", get(insights::trial)),
        edge("DELETE", "/insights/v1/mpn/ScheduledQueries/{id}", delete(insights::remove_query)),
        edge("GET", "/insights/v1/mpn/ScheduledReport", get(insights::reports)),
        edge("POST", "/insights/v1/mpn/ScheduledReport", post(insights::create_report)),
        edge("PUT", "/insights/v1/mpn/ScheduledReport/{id}", put(insights::change_report)),
        edge("DELETE", "/insights/v1/mpn/ScheduledReport/{id}", delete(insights::remove_report)),
        edge("PUT", "/insights/v1/mpn/ScheduledReport/pause/{id}", put(insights::pause)),
        edge("PUT", "/insights/v1/mpn/ScheduledReport/resume/{id}", put(insights::resume)),
        edge("GET", "/insights/v1/mpn/ScheduledReport/execution/{id}", get(insights::executions)),
        edge("GET", SIGNED_LINK, get(insights::file)),
        edge("GET", DESCRIPTION, get(v1::description)),
    ];
    all.extend(v1::edges());
    all
}
