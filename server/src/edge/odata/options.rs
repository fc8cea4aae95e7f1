//! System query options of a request, and the headers that change an answer.

use super::{apply::apply, filter::filter, sets::Set};
use axum::http::{HeaderMap, header};
use domain::extract::{BadQuery, Groups, Kind, Order, Test, place};
use model::pairs;

/// The longest expression, in bytes: Power BI's own addresses end there.
const LONGEST: usize = 2_048;
/// Rows of a page: as many as a client asks for, within this.
const PAGE: usize = 10_000;
const LARGEST_PAGE: usize = 50_000;

/// What is asked of a set.
#[derive(Debug)]
pub(super) struct Options {
    /// The columns of the answer.
    pub(super) columns: Vec<(String, Kind)>,
    /// Their places; nothing for all.
    pub(super) select: Option<Vec<usize>>,
    /// Whether the key of rows of facts is asked for.
    pub(super) row_id: bool,
    /// What must hold before rows are grouped.
    pub(super) before: Test,
    pub(super) groups: Option<Groups>,
    /// What must hold of what is answered.
    pub(super) test: Test,
    pub(super) order: Vec<Order>,
    pub(super) top: Option<u64>,
    pub(super) skip: u64,
    pub(super) count: bool,
    pub(super) skip_token: Option<String>,
}

impl Options {
    /// Reads them.
    pub(super) fn read(query: &str, set: &Set) -> Result<Self, BadQuery> {
        let pairs: Vec<(String, String)> = pairs(query).into_iter().filter(|(name, _)| name.starts_with('$')).collect();
        for (at, (name, value)) in pairs.iter().enumerate() {
            if pairs[..at].iter().any(|(other, _)| other == name) {
                return Err(BadQuery::Syntax(format!("{name} is there twice")));
            }
            if value.len() > LONGEST {
                return Err(BadQuery::Syntax(format!("{name} is longer than {LONGEST} bytes")));
            }
            let known =
                ["$select", "$filter", "$orderby", "$top", "$skip", "$count", "$apply", "$skiptoken", "$format"];
            if !known.contains(&name.as_str()) {
                return Err(BadQuery::Unsupported(name.clone()));
            }
        }
        let of = |name: &str| pairs.iter().find(|(it, _)| it == name).map(|(_, value)| value.trim());
        let number = |name: &str| {
            let read = |it: &str| it.parse::<u64>().map_err(|_| BadQuery::Syntax(format!("{name} is no number")));
            of(name).map(read).transpose()
        };
        let (before, groups) = of("$apply").map_or(Ok((Vec::new(), None)), |text| apply(text, &set.columns))?;
        let columns =
            groups.as_ref().map_or_else(|| Ok(set.columns.clone()), |groups| grouped(groups, &set.columns))?;
        let mut row_id = true;
        let select = match of("$select") {
            None | Some("*") => None,
            Some(names) => {
                let names: Vec<&str> = names.split(',').map(str::trim).collect();
                row_id = names.contains(&super::sets::ROW_ID);
                let own = names.into_iter().filter(|name| *name != super::sets::ROW_ID || groups.is_some());
                Some(own.map(|name| column(name, &columns)).collect::<Result<Vec<_>, _>>()?)
            }
        };
        Ok(Self {
            test: of("$filter").map_or(Ok(Test::Always(true)), |text| filter(text, &columns))?,
            order: of("$orderby").map_or(Ok(Vec::new()), |text| order(text, &columns))?,
            top: number("$top")?,
            skip: number("$skip")?.unwrap_or(0),
            count: match of("$count") {
                None | Some("false") => false,
                Some("true") => true,
                Some(_) => return Err(BadQuery::Syntax("$count is true or false".into())),
            },
            skip_token: of("$skiptoken").map(str::to_owned),
            before: before.into_iter().fold(Test::Always(true), Test::and),
            columns,
            select,
            row_id,
            groups,
        })
    }

    /// The places of the columns of the answer.
    pub(super) fn selected(&self) -> Vec<usize> {
        self.select.clone().unwrap_or_else(|| (0..self.columns.len()).collect())
    }
}

/// What groups have.
fn grouped(groups: &Groups, columns: &[(String, Kind)]) -> Result<Vec<(String, Kind)>, BadQuery> {
    let mut all: Vec<(String, Kind)> = groups.by.iter().map(|at| columns[*at].clone()).collect();
    for made in &groups.makes {
        let (name, of) = made.how.column().map_or(("", Kind::Number(0)), |at| (&columns[at].0, columns[at].1));
        if all.iter().any(|(name, _)| *name == made.name) {
            return Err(BadQuery::Syntax(format!("{:?} is there twice", made.name)));
        }
        all.push((made.name.clone(), made.how.kind(name, of)?));
    }
    Ok(all)
}

fn order(text: &str, columns: &[(String, Kind)]) -> Result<Vec<Order>, BadQuery> {
    let one = |part: &str| {
        let mut words = part.split_whitespace();
        let column = column(words.next().unwrap_or_default(), columns)?;
        let descending = match (words.next(), words.next()) {
            (None | Some("asc"), None) => false,
            (Some("desc"), None) => true,
            _ => return Err(BadQuery::Syntax(format!("{part:?} is no order"))),
        };
        Ok(Order { column, descending })
    };
    text.split(',').map(one).collect()
}

fn column(name: &str, columns: &[(String, Kind)]) -> Result<usize, BadQuery> {
    place(columns.iter().map(|(name, _)| name.as_str()), name)
}

/// How many rows a page has, and whether the client said so.
pub(super) fn page_size(headers: &HeaderMap) -> (usize, bool) {
    let prefer = headers.get_all("prefer").iter().filter_map(|it| it.to_str().ok());
    let mut wishes = prefer.flat_map(|it| it.split([',', ';'])).filter_map(|wish| wish.split_once('='));
    let wish = wishes.find(|(name, _)| matches!(name.trim(), "odata.maxpagesize" | "maxpagesize"));
    let size = wish.and_then(|(_, size)| size.trim().trim_matches('"').parse::<usize>().ok()).filter(|size| *size > 0);
    (size.unwrap_or(PAGE).min(LARGEST_PAGE), size.is_some())
}

/// Whether an answer is to say nothing about itself.
pub(super) fn is_bare(headers: &HeaderMap, query: &str) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let format = pairs(query).into_iter().find(|(name, _)| name == "$format").map(|(_, value)| value);
    format.unwrap_or_else(|| accept.to_owned()).replace(' ', "").contains("metadata=none")
}

/// Whether `$metadata` is asked for as JSON.
pub(super) fn wants_json(headers: &HeaderMap, query: &str) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    match pairs(query).into_iter().find(|(name, _)| name == "$format") {
        Some((_, format)) => format.contains("json"),
        None => accept.contains("application/json") && !accept.contains("xml"),
    }
}
