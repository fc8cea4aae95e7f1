//! The API for programs: Seatscope's own verbs. `v1/openapi.json` describes it, and a test holds it to that.

mod imports;
mod reports;
#[cfg(test)]
mod tests;

use super::{
    Edge, edge,
    problem::{SignedIn, answer},
};
use app::request::Asker;
use axum::{
    Extension, Json,
    extract::{DefaultBodyLimit, RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{Domain, activity, people};
use model::{ActivityFilter, Permission, PersonFilter, pairs, query_string};
use serde_json::json;

/// Its routes.
pub(super) fn edges() -> Vec<Edge> {
    vec![
        edge("GET", "/api/v1/reports/licenses", get(reports::licenses)),
        edge("GET", "/api/v1/reports/subscriptions", get(reports::subscriptions)),
        edge("GET", "/api/v1/reports/datasets", get(reports::datasets)),
        edge("GET", "/api/v1/reports/growth", get(reports::growth)),
        edge("GET", "/api/v1/reports/azure", get(reports::azure)),
        edge("GET", "/api/v1/reports/resellers", get(reports::resellers)),
        edge("GET", "/api/v1/reports/activity", get(reports::activity)),
        edge("GET", "/api/v1/activity", get(log)),
        edge("GET", "/api/v1/users", get(users)),
        edge("GET", "/api/v1/imports", get(imports::list)),
        edge("GET", "/api/v1/imports/{id}", get(imports::one)),
        // Files are as large as they are; `imports::MOST_BYTES` is the limit.
        edge("POST", "/api/v1/imports", post(super::upload::upload).layer(DefaultBodyLimit::disable())),
    ]
}

/// What describes it (`OpenAPI` 3.1).
pub(super) async fn description() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], include_str!("v1/openapi.json")).into_response()
}

/// Records of the activity log, the newest first, a page at a time.
async fn log(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
) -> Response {
    let filter = ActivityFilter::from_pairs(&pairs(&query.unwrap_or_default()));
    if let Err(denied) = caller.may(Permission::Export) {
        return answer(&domain, &asker, denied.into()).await;
    }
    match activity::list(&domain, &caller, &filter).await {
        Ok(page) => {
            let next = page.older.map(|before| {
                let filter = ActivityFilter { before: Some(before), from: page.from, to: page.to, ..filter };
                format!("/api/v1/activity{}", query_string(&filter.to_pairs()))
            });
            Json(json!({ "from": page.from, "to": page.to, "records": page.rows, "next": next })).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

/// The people of the account, with their roles.
async fn users(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
) -> Response {
    let search = pairs(&query.unwrap_or_default()).into_iter().find(|(name, _)| name == "search");
    let filter = PersonFilter { search: search.map(|(_, text)| text).unwrap_or_default(), ..PersonFilter::default() };
    match people::list(&domain, &caller, &filter).await {
        Ok(people) => Json(json!({ "users": people })).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}
