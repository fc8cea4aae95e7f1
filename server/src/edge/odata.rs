//! The `OData` 4 feed: what Power BI, Excel and programs read. Only API tokens open it.

mod apply;
mod filter;
mod metadata;
mod options;
mod page;
mod rows;
mod sets;
mod skip;
#[cfg(test)]
mod tests;
mod words;

use super::problem::{SignedIn, answer};
use crate::router::Edges;
use app::request::Asker;
use axum::{
    Extension,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Error, access::Caller, account, extract::BadQuery};
use model::Permission;
use options::Options;
use serde_json::json;
use sets::{Of, Set, sets};

const WAY: Permission = Permission::ReadFeed;

/// The address of an account's feed.
pub(super) fn address(edges: &Edges, mpn_id: &str) -> String {
    format!("{}/odata/v4/{mpn_id}", edges.origin)
}

/// What the feed has for a caller: names, and how many columns.
pub(super) fn tables(caller: &Caller) -> Vec<(&'static str, usize)> {
    sets(caller).iter().map(|set| (set.name, set.columns.len())).collect()
}

/// A request to the feed.
struct Feed<'a> {
    edges: &'a Edges,
    caller: &'a Caller,
    /// The address of the service.
    root: String,
    query: &'a str,
    headers: &'a HeaderMap,
}

/// How a request fails.
enum Failed {
    Domain(Error),
    Told(StatusCode, String),
}

impl<E: Into<Error>> From<E> for Failed {
    fn from(error: E) -> Self {
        match error.into() {
            Error::Query(bad @ BadQuery::Unsupported(_)) => Self::Told(StatusCode::NOT_IMPLEMENTED, bad.to_string()),
            Error::Query(bad @ BadQuery::NoDataset(_)) => Self::Told(StatusCode::NOT_FOUND, bad.to_string()),
            Error::Query(bad) => Self::Told(StatusCode::BAD_REQUEST, bad.to_string()),
            other => Self::Domain(other),
        }
    }
}

pub(super) async fn root(
    edges: State<Edges>,
    caller: SignedIn,
    asker: Extension<Asker>,
    Path(account): Path<String>,
    query: RawQuery,
    headers: HeaderMap,
) -> Response {
    read(edges, caller, asker, Path((account, String::new())), query, headers).await
}

pub(super) async fn read(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path((account, path)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.unwrap_or_default();
    let root = address(&edges, &account);
    let feed = Feed { edges: &edges, caller: &caller, root, query: &query, headers: &headers };
    let mut response = match feed.answer(&account, &path).await {
        Ok(response) => response,
        Err(Failed::Told(status, message)) => {
            let error = json!({ "error": { "code": status.as_str(), "message": message } });
            (status, axum::Json(error)).into_response()
        }
        Err(Failed::Domain(error)) => answer(&edges.domain, &asker, error).await,
    };
    response.headers_mut().entry("odata-version").or_insert(HeaderValue::from_static("4.0"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

impl Feed<'_> {
    async fn answer(&self, account: &str, path: &str) -> Result<Response, Failed> {
        self.caller.may(WAY)?;
        // Not-yours and not-there are the same.
        let named = account::by_mpn_id(&self.edges.domain, account).await?;
        if named.id != self.caller.account() {
            return Err(Error::NotFound.into());
        }
        let sets = sets(self.caller);
        let bare = options::is_bare(self.headers, self.query);
        match path.trim_matches('/') {
            "" => Ok(json(&metadata::service(&self.root, &sets, bare), bare)),
            "$metadata" if options::wants_json(self.headers, self.query) => {
                let mut answer = json(&metadata::json(&sets), bare);
                answer.headers_mut().insert("odata-version", HeaderValue::from_static("4.01"));
                Ok(answer)
            }
            "$metadata" => Ok(([(header::CONTENT_TYPE, "application/xml")], metadata::xml(&sets)).into_response()),
            path => {
                let (name, more) = path.split_once('/').unwrap_or((path, ""));
                let set = sets.iter().find(|set| set.name == name);
                let set = set.ok_or_else(|| BadQuery::NoDataset(name.to_owned()))?;
                match more {
                    "" => self.rows(set, bare).await,
                    "$count" => self.count(set).await,
                    other => Err(BadQuery::Unsupported(format!("{other:?}")).into()),
                }
            }
        }
    }

    /// How many rows of a set pass.
    async fn count(&self, set: &Set) -> Result<Response, Failed> {
        let options = Options::read(self.query, set)?;
        let count = match (set.of, &options.groups) {
            (Of::Facts(_), None) => self.count_facts(set, &options).await?,
            _ => self.memory(set, &options).await?.1,
        };
        Ok(([(header::CONTENT_TYPE, "text/plain")], count.to_string()).into_response())
    }
}

fn json(value: &serde_json::Value, bare: bool) -> Response {
    json_body(axum::body::Body::from(value.to_string()), bare)
}

fn json_body(body: axum::body::Body, bare: bool) -> Response {
    let level = if bare { "none" } else { "minimal" };
    let kind = format!("application/json;odata.metadata={level};charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}
