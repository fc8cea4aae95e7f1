//! The programmatic Insights API, compatible with the vendor's: what scripts written for it call, with another base address and
//! an API token. `docs/insights-api.md` says what is the same and what is not.

mod answer;
mod executions;
mod fields;
mod queries;
mod reports;
#[cfg(test)]
mod tests;

pub(super) use executions::{executions, file};
pub(super) use queries::{create as create_query, list as queries, remove as remove_query, trial};
pub(super) use reports::{
    change as change_report, create as create_report, list as reports, pause, remove as remove_report, resume,
};

use super::problem::SignedIn;
use answer::Answer;
use axum::{extract::RawQuery, response::Response};
use domain::{
    Error,
    access::Caller,
    extract::{self, Column, query},
    insights::HOURS,
};
use model::{Dataset, Permission, pairs};
use serde_json::{Value, json};

/// What a request's address asks, by names without regard to case.
struct Asked(Vec<(String, String)>);

impl Asked {
    fn new(query: Option<String>) -> Self {
        Self(pairs(&query.unwrap_or_default()))
    }

    fn of(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(it, value)| it.eq_ignore_ascii_case(name) && !value.is_empty());
        found.map(|(_, value)| value.trim())
    }

    fn is(&self, name: &str) -> bool {
        self.of(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }
}

/// The datasets that the caller may see: their columns, metrics and spans.
pub(super) async fn datasets(SignedIn(caller): SignedIn, answer: Answer, RawQuery(query): RawQuery) -> Response {
    let of = Asked::new(query);
    answer.list(described(&caller, of.of("datasetName"))).await
}

fn described(caller: &Caller, name: Option<&str>) -> Result<Vec<Value>, Error> {
    caller.may(Permission::Export)?;
    let open = extract::datasets().filter(|dataset| caller.opens(extract::permission(*dataset)));
    let wanted = open.filter(|dataset| name.is_none_or(|name| name.eq_ignore_ascii_case(dataset.key())));
    let found: Vec<Value> = wanted.map(dataset).collect();
    if found.is_empty() { Err(Error::NotFound) } else { Ok(found) }
}

fn dataset(dataset: Dataset) -> Value {
    let columns = extract::columns(dataset).unwrap_or_default();
    let (metrics, others): (Vec<&Column>, Vec<&Column>) = columns.iter().partition(|column| column.is_metric());
    let mut available: Vec<&str> = metrics.into_iter().map(|column| column.name).collect();
    available.extend(query::metrics(dataset));
    json!({
        "datasetName": dataset.key(),
        "selectableColumns": others.into_iter().map(|column| column.name).collect::<Vec<_>>(),
        "availableMetrics": available,
        "availableDateRanges": query::SPANS,
        "minimumRecurrenceInterval": HOURS.start(),
    })
}
