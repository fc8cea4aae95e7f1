//! The customers' activity log as a file: exactly what the page's filters find, streamed.

use super::{
    problem::{SignedIn, answer},
    records::{Format, file},
};
use app::{
    request::Asker,
    text::{Locale, text},
};
use axum::{
    Extension,
    extract::{RawQuery, State},
    response::Response,
};
use domain::{
    Domain, activity,
    export::{Separator, Table, guarded},
};
use model::{ActivityFilter, ActivityRow, pairs};
use serde_json::{Map, Value};

pub(super) async fn csv(domain: State<Domain>, caller: SignedIn, asker: Extension<Asker>, query: RawQuery) -> Response {
    export(domain, caller, asker, query, Format::Csv).await
}

pub(super) async fn json_lines(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    export(domain, caller, asker, query, Format::JsonLines).await
}

async fn export(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
    format: Format,
) -> Response {
    let filter = ActivityFilter::from_pairs(&pairs(&query.unwrap_or_default()));
    let write = match format {
        Format::Csv => rows,
        Format::JsonLines => lines,
    };
    match activity::export(&domain, &caller, &filter).await {
        Ok(export) => file("activity", format, export, asker.visit.locale, write),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

fn rows(locale: Locale, rows: &[ActivityRow], first: bool) -> std::io::Result<Vec<u8>> {
    let t = text(locale).activity();
    let mut table = Table::new(Separator::Comma);
    let mut file = Vec::new();
    if first {
        file = table.opening();
        table.row([
            t.col_at,
            t.customer,
            t.tenant,
            t.operation,
            t.vendor,
            t.col_by,
            t.application,
            t.resource,
            t.status,
            t.old,
            t.new,
            t.information,
            t.more,
            t.key,
        ])?;
    }
    for row in rows {
        let values = |of: fn(&model::ValueChange) -> Option<&String>| {
            let fields = row.changes.iter().filter_map(|it| Some((it.name.clone(), Value::from(of(it)?.as_str()))));
            let fields: Map<String, Value> = fields.collect();
            if fields.is_empty() { String::new() } else { Value::Object(fields).to_string() }
        };
        let more: Map<String, Value> = row.more.iter().map(|(name, it)| (name.clone(), it.as_str().into())).collect();
        let more = if more.is_empty() { String::new() } else { Value::Object(more).to_string() };
        table.row([
            &*row.at.to_string(),
            &guarded(&row.customer),
            &guarded(&row.customer_id),
            &guarded(t.operation_name(&row.operation)),
            &guarded(&row.operation),
            &guarded(&row.actor),
            &guarded(&row.application),
            &guarded(&row.resource),
            &guarded(&row.status),
            &values(|it| it.old.as_ref()),
            &values(|it| it.new.as_ref()),
            &guarded(&row.information),
            &more,
            &guarded(row.key.as_deref().unwrap_or_default()),
        ])?;
    }
    file.extend(table.take()?);
    Ok(file)
}

fn lines(_locale: Locale, rows: &[ActivityRow], _first: bool) -> std::io::Result<Vec<u8>> {
    let mut file = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut file, row)?;
        file.push(b'\n');
    }
    Ok(file)
}
