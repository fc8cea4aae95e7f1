//! The record of who did what, as a file: exactly what the page's filters find, streamed.

use super::{
    problem::{SignedIn, answer},
    records::{Format, file},
};
use app::{
    request::Asker,
    text::{Locale, actions},
};
use axum::{
    Extension,
    extract::{RawQuery, State},
    response::Response,
};
use domain::{
    Domain,
    audit::{self, Told},
    export::{Separator, Table, guarded},
};
use model::{AuditFilter, pairs};
use serde_json::json;

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
    let filter = AuditFilter::from_pairs(&pairs(&query.unwrap_or_default()));
    let write = match format {
        Format::Csv => rows,
        Format::JsonLines => lines,
    };
    match audit::export(&domain, &caller, &filter).await {
        Ok(export) => file("audit", format, export, asker.visit.locale, write),
        Err(error) => answer(&domain, &asker, error).await,
    }
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
