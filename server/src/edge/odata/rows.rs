//! Rows of a set as an answer.

use super::{
    Failed, Feed, WAY, json_body,
    options::{self, Options},
    page::{self, Page, RowsOf},
    sets::{Of, Set},
    skip::{CHANGED, Skip},
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Error,
    extract::{self, Ask, BadQuery, Rows, quoted},
    keys::Purpose,
};
use std::fmt::Write;

impl Feed<'_> {
    pub(super) async fn count_facts(&self, set: &Set, options: &Options) -> Result<u64, Failed> {
        Ok(extract::count(&self.edges.domain, self.caller, WAY, &ask(set, options)?).await?)
    }

    /// All rows that pass of a set in memory, or of groups: the state of the data, how many pass, and those that are left
    /// when some are skipped.
    pub(super) async fn memory(&self, set: &Set, options: &Options) -> Result<(u64, u64, Vec<extract::Row>), Failed> {
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
            None => options.before.clone().and(options.test.clone()),
        };
        let (passed, rows) = extract::narrowed(rows, &test, &order, options.skip, options.top);
        Ok((version.cast_unsigned(), passed, rows))
    }

    /// A page of rows.
    pub(super) async fn rows(&self, set: &Set, bare: bool) -> Result<Response, Failed> {
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
        let (state, from) = if matches!(set.of, Of::Facts(_)) && options.groups.is_none() {
            if options.count && skip.is_none() {
                count = Some(self.count_facts(set, &options).await?);
            }
            let rows = self.facts(set, &options, skip, size).await?;
            (rows.state(), RowsOf::Facts(Box::new(rows)))
        } else {
            let (version, passed, rows) = self.memory(set, &options).await?;
            count = options.count.then_some(passed);
            let rest = rows.into_iter().skip(usize::try_from(done).unwrap_or(usize::MAX));
            let cells = |row: extract::Row| selected.iter().map(|at| row[*at].clone()).collect();
            (version, RowsOf::Memory(rest.map(cells).collect()))
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

    /// The rows of facts that are left after what was answered before.
    async fn facts(&self, set: &Set, options: &Options, skip: Option<Skip>, size: usize) -> Result<Rows, Failed> {
        let done = skip.map_or(0, |skip| skip.done);
        let mut ask = ask(set, options)?;
        ask.top = ask.top.map(|top| top.saturating_sub(done));
        let ordered = !ask.order.is_empty();
        if ordered {
            ask.skip = ask.skip.saturating_add(done);
            // One more than the page: whether there is another page is then known.
            ask.top = Some(ask.top.unwrap_or(u64::MAX).min(size as u64 + 1));
        }
        let mut rows = extract::rows(&self.edges.domain, self.caller, WAY, &ask).await?;
        if let Some(skip) = skip.filter(|_| !ordered) {
            rows.go_to(skip.cursor);
        }
        Ok(rows)
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
        let mac = self.edges.domain.keys.mac(Purpose::Feed, told.as_bytes());
        let short = mac.first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
        format!("W/\"{short:016x}\"")
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
        test: options.before.clone().and(options.test.clone()),
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
        let context = quoted(&format!("{root}/$metadata#{}{projection}", set.name));
        _ = write!(text, "\"@odata.context\":{context},");
    }
    if let Some(count) = count.filter(|_| options.count) {
        _ = write!(text, "\"@odata.count\":{count},");
    }
    text + "\"value\":["
}
