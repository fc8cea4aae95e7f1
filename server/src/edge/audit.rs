//! The record of who did what, as a file: exactly what the page's filters find, streamed.

use super::problem::{SignedIn, answer};
use app::{
    request::Asker,
    text::{Locale, actions},
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
    audit::{self, Export, Told},
    export::{Separator, Table, guarded},
};
use futures_util::stream;
use model::{AuditFilter, pairs};
use serde_json::json;

/// From rows to their part of the file.
type Write = fn(Locale, &[Told], bool) -> std::io::Result<Vec<u8>>;

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
    let filter = AuditFilter::from_pairs(&pairs(&query.unwrap_or_default()));
    match audit::export(&domain, &caller, &filter).await {
        Ok(export) => {
            let attachment = format!("attachment; filename=\"audit.{end}\"");
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

fn rows(locale: Locale, rows: &[Told], first: bool) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(Separator::Comma);
    let mut text = Vec::new();
    if first {
        text = table.opening();
        table.row(["seq", "at", "actor", "action", "subject", "told", "reason", "ip", "details"])?;
    }
    for row in rows {
        table.row([
            &*row.seq.to_string(),
            &row.at.to_string(),
            &guarded(row.actor_name.as_deref().unwrap_or_default()),
            &row.action,
            &guarded(row.subject_name.as_deref().unwrap_or(&row.subject)),
            &guarded(&actions::told(locale, row)),
            &guarded(actions::word(row, "reason")),
            actions::word(row, "ip"),
            &guarded(&row.details.to_string()),
        ])?;
    }
    text.extend(table.take()?);
    Ok(text)
}

fn lines(locale: Locale, rows: &[Told], _first: bool) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    for row in rows {
        let line = json!({
            "seq": row.seq,
            "at": row.at,
            "actor": row.actor,
            "actor_name": row.actor_name,
            "action": row.action,
            "subject": row.subject,
            "subject_name": row.subject_name,
            "told": actions::told(locale, row),
            "details": row.details,
        });
        serde_json::to_writer(&mut text, &line)?;
        text.push(b'\n');
    }
    Ok(text)
}
