//! The customers' activity log as a file: exactly what the page's filters find, streamed.

use super::problem::{SignedIn, answer};
use app::{
    request::Asker,
    text::{Locale, text},
};
use axum::{
    Extension,
    body::Body,
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Domain,
    activity::{self, Export},
    export::{Separator, Table, guarded},
};
use futures_util::stream;
use model::{ActivityFilter, ActivityRow, pairs};
use serde_json::{Map, Value};

/// From rows to their part of the file.
type Write = fn(Locale, &[ActivityRow], bool) -> std::io::Result<Vec<u8>>;

pub(super) async fn csv(domain: State<Domain>, caller: SignedIn, asker: Extension<Asker>, query: RawQuery) -> Response {
    export(domain, caller, asker, query, ("text/csv; charset=utf-8", "csv", rows)).await
}

pub(super) async fn json_lines(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    export(domain, caller, asker, query, ("application/jsonl; charset=utf-8", "jsonl", lines)).await
}

async fn export(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
    (kind, end, write): (&'static str, &'static str, Write),
) -> Response {
    let filter = ActivityFilter::from_pairs(&pairs(&query.unwrap_or_default()));
    match activity::export(&domain, &caller, &filter).await {
        Ok(export) => {
            let attachment = format!("attachment; filename=\"activity.{end}\"");
            let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)];
            let locale = asker.visit.locale;
            let pieces = stream::try_unfold((export, true), move |(export, first)| piece(export, first, locale, write));
            (headers, Body::from_stream(pieces)).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

/// The next piece, and what comes after it; nothing at the end.
async fn piece(
    mut export: Export,
    first: bool,
    locale: Locale,
    write: Write,
) -> Result<Option<(Vec<u8>, (Export, bool))>, domain::Error> {
    let rows = export.next().await?;
    if rows.is_empty() && !first {
        return Ok(None);
    }
    Ok(Some((write(locale, &rows, first)?, (export, false))))
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
