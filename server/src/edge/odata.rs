//! The OData 4 feed: what Power BI, Excel and programs read. Only API tokens open it.

mod apply;
mod filter;
mod metadata;
mod options;
mod page;
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
use domain::{
    Error,
    access::Caller,
    account,
    extract::{self, Ask, BadQuery, Test},
};
use model::Permission;
use options::Options;
use page::{Page, RowsOf, quoted};
use serde_json::json;
use sets::{Of, Set, sets};
use skip::{CHANGED, Skip};

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

    async fn count_facts(&self, set: &Set, options: &Options) -> Result<u64, Failed> {
        Ok(extract::count(&self.edges.domain, self.caller, WAY, &ask(set, options)?).await?)
    }

    /// All rows that pass of a set in memory, or of groups: the state of the data, how many pass, and those that are left
    /// when some are skipped.
    async fn memory(&self, set: &Set, options: &Options) -> Result<(u64, u64, Vec<extract::Row>), Failed> {
        let domain = &self.edges.domain;
        let (version, rows) = match (set.of, &options.groups) {
            (Of::Facts(_), Some(groups)) => {
                let ask = Ask { test: options.before.clone(), ..ask(set, options)? };
                extract::groups(domain, self.caller, WAY, &ask, groups).await?
            }
            (Of::Given(_), Some(_)) => return Err(BadQuery::Unsupported(format!("groups of {}", set.name)).into()),
            (Of::Given(given), None) => given.rows(domain, self.caller, WAY).await?,
            (Of::Facts(_), None) => return Err(Error::NotFound.into()),
        };
        // Groups come in no order, and pages of them must be of one.
        let by = options.groups.as_ref().map_or(0, |groups| groups.by.len());
        let then = (0..by).map(|column| extract::Order { column, descending: false });
        let order: Vec<_> = options.order.iter().copied().chain(then).collect();
        let test = match options.groups {
            Some(_) => options.test.clone(),
            None => Test::All(vec![options.before.clone(), options.test.clone()]),
        };
        let (passed, rows) = extract::narrowed(rows, &test, &order, options.skip, options.top);
        Ok((version.cast_unsigned(), passed, rows))
    }

    /// A page of rows.
    async fn rows(&self, set: &Set, bare: bool) -> Result<Response, Failed> {
        let options = Options::read(self.query, set)?;
        let question = self.question(set);
        let (size, wished) = options::page_size(self.headers);
        let domain = &self.edges.domain;
        let skip = match &options.skip_token {
            None => None,
            Some(text) => {
                let read = Skip::read(text, &domain.keys, self.caller, &question);
                Some(read.ok_or_else(|| BadQuery::Syntax("$skiptoken is none of this question".into()))?)
            }
        };
        let done = skip.map_or(0, |skip| skip.done);
        let mut count = skip.and_then(|skip| skip.count);
        let selected = options.selected();
        let (state, from) = match (set.of, &options.groups) {
            (Of::Facts(_), None) => {
                if options.count && skip.is_none() {
                    count = Some(self.count_facts(set, &options).await?);
                }
                let ordered = !options.order.is_empty();
                let whole = ask(set, &options)?;
                let rest = whole.top.map(|top| top.saturating_sub(done));
                let ask = Ask {
                    skip: if ordered { whole.skip + done } else { whole.skip },
                    // One more than the page: whether there is another page is then known.
                    top: if ordered { Some(rest.unwrap_or(u64::MAX).min(size as u64 + 1)) } else { rest },
                    ..whole
                };
                let mut rows = extract::rows(domain, self.caller, WAY, &ask).await?;
                if let Some(skip) = skip.filter(|_| !ordered) {
                    rows.go_to(skip.cursor);
                }
                (rows.state(), RowsOf::Facts(Box::new(rows)))
            }
            _ => {
                let (version, passed, rows) = self.memory(set, &options).await?;
                count = options.count.then_some(passed);
                let rest = rows.into_iter().skip(usize::try_from(done).unwrap_or(usize::MAX));
                let cells = |row: extract::Row| selected.iter().map(|at| row[*at].clone()).collect();
                (version, RowsOf::Memory(rest.map(cells).collect()))
            }
        };
        if skip.is_some_and(|skip| skip.state != state) {
            return Err(Failed::Told(CHANGED.0, CHANGED.1.to_owned()));
        }
        let tag = self.tag(state, size);
        if self.headers.get(header::IF_NONE_MATCH).is_some_and(|it| it.as_bytes() == tag.as_bytes()) {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
        }
        let row_id = options.row_id && matches!(from, RowsOf::Facts(_));
        let page = Page {
            names: selected.iter().map(|at| quoted(&options.columns[*at].0)).collect(),
            row_id,
            opening: opening(&self.root, set, &options, count, bare),
            from,
            left: size,
            next: self.next(&question, Skip { state, cursor: extract::Cursor::default(), done, count }),
        };
        let mut response = json_body(page.body(), bare);
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        if let (true, Ok(applied)) = (wished, HeaderValue::from_str(&format!("odata.maxpagesize={size}"))) {
            response.headers_mut().insert("preference-applied", applied);
        }
        Ok(response)
    }

    /// What makes the address of the page after one that ends there.
    fn next(&self, question: &str, at: Skip) -> page::Next {
        let (keys, caller) = (self.edges.domain.keys.clone(), self.caller.clone());
        let (question, origin) = (question.to_owned(), self.edges.origin.clone());
        Box::new(move |from, on_page| {
            let cursor = match from {
                RowsOf::Facts(rows) => rows.cursor().or_else(|| rows.has_sorted().then(extract::Cursor::default))?,
                RowsOf::Memory(rows) => (!rows.is_empty()).then(extract::Cursor::default)?,
            };
            let skip = Skip { cursor, done: at.done + on_page as u64, ..at };
            let text = skip.written(&keys, &caller, &question);
            let sign = if question.contains('?') { '&' } else { '?' };
            Some(format!("{origin}{question}{sign}$skiptoken={text}"))
        })
    }

    /// The address, without where a page ended.
    fn question(&self, set: &Set) -> String {
        let path = format!("{}/{}", self.root.trim_start_matches(&self.edges.origin), set.name);
        let rest: Vec<&str> = self.query.split('&').filter(|part| !part.is_empty() && !is_skip_token(part)).collect();
        if rest.is_empty() { path } else { format!("{path}?{}", rest.join("&")) }
    }

    /// What tells this answer from all others at this address.
    fn tag(&self, state: u64, size: usize) -> String {
        let told = format!("{}\n{}\n{state}\n{size}\n{:?}", self.root, self.query, self.headers.get(header::ACCEPT));
        let mac = self.edges.domain.keys.mac(domain::keys::Purpose::Feed, told.as_bytes());
        let hex: String = mac[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        format!("W/\"{hex}\"")
    }
}

fn is_skip_token(part: &str) -> bool {
    ["$skiptoken=", "%24skiptoken="].iter().any(|name| part.to_lowercase().starts_with(name))
}

/// The question about facts.
fn ask(set: &Set, options: &Options) -> Result<Ask, BadQuery> {
    let Of::Facts(dataset) = set.of else { return Err(BadQuery::NoDataset(set.name.to_owned())) };
    let ask = Ask::all(dataset)?;
    if options.groups.is_some() {
        return Ok(ask);
    }
    Ok(Ask {
        select: options.selected(),
        test: Test::All(vec![options.before.clone(), options.test.clone()]),
        order: options.order.clone(),
        skip: options.skip,
        top: options.top,
        ..ask
    })
}

/// What a page begins with.
fn opening(root: &str, set: &Set, options: &Options, count: Option<u64>, bare: bool) -> String {
    let mut text = "{".to_owned();
    if !bare {
        let some = options.select.is_some() || options.groups.is_some();
        let names: Vec<&str> = options.selected().iter().map(|at| options.columns[*at].0.as_str()).collect();
        let projection = if some { format!("({})", names.join(",")) } else { String::new() };
        text += &format!("\"@odata.context\":{},", quoted(&format!("{root}/$metadata#{}{projection}", set.name)));
    }
    if let Some(count) = count.filter(|_| options.count) {
        text += &format!("\"@odata.count\":{count},");
    }
    text + "\"value\":["
}

fn json(value: &serde_json::Value, bare: bool) -> Response {
    json_body(axum::body::Body::from(value.to_string()), bare)
}

fn json_body(body: axum::body::Body, bare: bool) -> Response {
    let level = if bare { "none" } else { "minimal" };
    let kind = format!("application/json;odata.metadata={level};charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}
