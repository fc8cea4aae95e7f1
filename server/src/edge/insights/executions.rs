//! Executions of a report, and the files behind their links.

use super::{
    super::{
        files::served,
        problem::{SignedIn, answer},
    },
    Asked,
    answer::Answer,
};
use crate::router::Edges;
use app::request::Asker;
use axum::{
    Extension,
    extract::{Path, Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use domain::{
    Domain, Error,
    access::Caller,
    insights::{self, Execution, Link, Report},
};
use model::{FileId, FileState};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

pub(in crate::edge) async fn executions(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
    RawQuery(query): RawQuery,
) -> Response {
    answer.list(found(&edges, &caller, id, &Asked::new(query)).await).await
}

/// The newest that is whole, unless something else is asked for. Without any it is "not there yet".
async fn found(edges: &Edges, caller: &Caller, id: Uuid, asked: &Asked) -> Result<Vec<Value>, Error> {
    let (report, all) = insights::executions(&edges.domain, caller, id).await?;
    let wanted = asked.of("executionStatus").unwrap_or("Completed");
    let wanted: Vec<&str> = wanted.split(';').map(str::trim).collect();
    let one_id = asked.of("executionId");
    let is = |it: &Execution| {
        let by_id = one_id.is_some_and(|id| id.eq_ignore_ascii_case(&it.id.to_string()));
        by_id || one_id.is_none() && wanted.iter().any(|status| status.eq_ignore_ascii_case(status_of(it.state)))
    };
    let newest = asked.of("getLatestExecution").is_none_or(|it| it.eq_ignore_ascii_case("true"));
    let found = all.into_iter().filter(is).take(if newest { 1 } else { usize::MAX });
    let found: Vec<Value> = found.map(|it| one(edges, &report, &it)).collect();
    if found.is_empty() { Err(Error::NotFound) } else { Ok(found) }
}

const fn status_of(state: FileState) -> &'static str {
    match state {
        FileState::Waiting => "Pending",
        FileState::Making => "Running",
        FileState::Made => "Completed",
        FileState::Cancelled => "Paused",
        FileState::Failed => "Failed",
    }
}

fn one(edges: &Edges, report: &Report, it: &Execution) -> Value {
    let link = (it.state == FileState::Made).then(|| Link::new(&edges.domain, it.id));
    let until = link.as_ref().and_then(|link| jiff::Timestamp::from_second(link.expires).ok());
    let address = link.map(|Link { file, expires, signature }| {
        format!("{}/insights/v1/mpn/files/{file}?expires={expires}&signature={signature}", edges.origin)
    });
    json!({
        "executionId": it.id,
        "reportId": report.id,
        "recurrenceInterval": report.hours,
        "recurrenceCount": report.most,
        "callbackUrl": null,
        "callbackMethod": null,
        "format": report.order.format.key(),
        "executionStatus": status_of(it.state),
        "reportLocation": null,
        "reportAccessSecureLink": address,
        "reportExpiryTime": until.map(|at| at.to_string()),
        "reportGeneratedTime": it.ended_at.map(|at| at.to_string()),
    })
}

/// What a link says of itself.
#[derive(Deserialize)]
pub(in crate::edge) struct Signed {
    #[serde(default)]
    expires: i64,
    #[serde(default)]
    signature: String,
}

/// The file behind a link: whoever has the link has the file, for as long as its owner may see its rows.
pub(in crate::edge) async fn file(
    State(domain): State<Domain>,
    Extension(asker): Extension<Asker>,
    Path(file): Path<FileId>,
    Query(Signed { expires, signature }): Query<Signed>,
) -> Response {
    let opened = async {
        let file = insights::follow(&domain, &Link { file, expires, signature }).await?;
        served(file).await
    };
    match opened.await {
        Ok((headers, body)) => (headers, body).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}
