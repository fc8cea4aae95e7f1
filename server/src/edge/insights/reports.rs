//! Reports: made, listed, changed, paused.

use super::{super::problem::SignedIn, Asked, answer::Answer, fields::Fields};
use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State},
    response::Response,
};
use domain::{
    Domain, Error,
    access::Caller,
    extract::BadQuery,
    insights::{self, Change, NewReport, Report, When},
};
use model::{FileFormat, Permission};
use serde_json::{Value, json};
use uuid::Uuid;

pub(in crate::edge) async fn list(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    RawQuery(query): RawQuery,
) -> Response {
    answer.list(found(&domain, &caller, &Asked::new(query)).await).await
}

async fn found(domain: &Domain, caller: &Caller, asked: &Asked) -> Result<Vec<Value>, Error> {
    let is = |name: &str, value: &str| asked.of(name).is_none_or(|it| it.eq_ignore_ascii_case(value));
    let wanted = |report: &Report| {
        is("reportId", &report.id.to_string())
            && is("queryId", &report.query_id.to_string())
            && is("reportName", &report.name)
    };
    let found: Vec<Value> =
        insights::reports(domain, caller).await?.into_iter().filter(wanted).map(|report| one(&report)).collect();
    let named = asked.of("reportId").or(asked.of("reportName")).is_some();
    if named && found.is_empty() { Err(Error::NotFound) } else { Ok(found) }
}

fn one(report: &Report) -> Value {
    json!({
        "reportId": report.id,
        "reportName": report.name,
        "description": report.description,
        "queryId": report.query_id,
        "query": report.order.query,
        "user": report.user,
        "createdTime": report.created_at.to_string(),
        "modifiedTime": report.changed_at.to_string(),
        "executeNow": report.hours.is_none(),
        "startTime": report.start_at.map(|at| at.to_string()),
        "reportStatus": match report.state {
            insights::State::Active => "Active",
            insights::State::Paused => "Paused",
            insights::State::Over => "Inactive",
        },
        "recurrenceInterval": report.hours,
        "recurrenceCount": report.most,
        "callbackUrl": null,
        "callbackMethod": null,
        "format": report.order.format.key(),
    })
}

pub(in crate::edge) async fn create(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    body: Bytes,
) -> Response {
    let made = created(&domain, &caller, &body).await;
    answer.done("Report created successfully", made.map(|report| vec![one(&report)])).await
}

async fn created(domain: &Domain, caller: &Caller, body: &[u8]) -> Result<Report, Error> {
    caller.may(Permission::Export)?;
    let fields = Fields::read(body)?;
    no_callback(&fields)?;
    let missing = |name: &str| BadQuery::Syntax(format!("{name} is missing"));
    let when = if fields.truth("ExecuteNow")? {
        When::Now(fields.day("QueryStartTime")?, fields.day("QueryEndTime")?)
    } else {
        When::Every {
            start: fields.moment("StartTime")?.ok_or_else(|| missing("StartTime"))?,
            hours: fields.number("RecurrenceInterval")?.ok_or_else(|| missing("RecurrenceInterval"))?,
            most: fields.number("RecurrenceCount")?,
        }
    };
    let new = NewReport {
        name: fields.must("ReportName")?,
        description: fields.text("Description")?.unwrap_or_default(),
        query_id: fields.id("QueryId")?,
        when,
        format: fields.format()?.unwrap_or(FileFormat::Csv),
    };
    insights::keep_report(domain, caller, &new).await
}

/// This server calls no addresses that come from outside.
fn no_callback(fields: &Fields) -> Result<(), Error> {
    let wanted = fields.text("CallbackUrl")?.is_some();
    let why = "CallbackUrl is not supported: ask ScheduledReport/execution/{reportId} until it is there";
    if wanted { Err(BadQuery::Syntax(why.into()).into()) } else { Ok(()) }
}

pub(in crate::edge) async fn change(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
    body: Bytes,
) -> Response {
    let changed = changed(&domain, &caller, id, &body).await;
    answer.done("Report updated successfully", changed.map(|report| vec![one(&report)])).await
}

async fn changed(domain: &Domain, caller: &Caller, id: Uuid, body: &[u8]) -> Result<Report, Error> {
    // Not-yours and not-there come before what is wrong with the body.
    if !insights::reports(domain, caller).await?.iter().any(|report| report.id == id) {
        return Err(Error::NotFound);
    }
    let fields = Fields::read(body)?;
    no_callback(&fields)?;
    let start = fields.moment("StartTime")?;
    let change = Change {
        name: fields.must("ReportName")?,
        description: fields.text("Description")?,
        start: start.ok_or_else(|| BadQuery::Syntax("StartTime is missing".into()))?,
        hours: fields.number("RecurrenceInterval")?,
        most: fields.number("RecurrenceCount")?,
        format: fields.format()?,
    };
    insights::change(domain, caller, id, &change).await
}

pub(in crate::edge) async fn remove(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
) -> Response {
    let removed = insights::remove_report(&domain, &caller, id).await;
    answer.done("Report deleted successfully", removed.map(|report| vec![one(&report)])).await
}

pub(in crate::edge) async fn pause(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
) -> Response {
    let paused = insights::pause(&domain, &caller, id).await;
    answer.done("Report paused successfully", paused.map(|report| vec![one(&report)])).await
}

pub(in crate::edge) async fn resume(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
) -> Response {
    let resumed = insights::resume(&domain, &caller, id).await;
    answer.done("Report resumed successfully", resumed.map(|report| vec![one(&report)])).await
}
