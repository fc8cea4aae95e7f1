//! What the licence page shows, as a file: exactly what its address asks for, all pages of it, streamed.

use super::problem::{SignedIn, answer};
use app::{
    request::Asker,
    text::{LicenseText, text},
};
use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Domain, export::Separator, licenses};
use model::{CustomerQuery, pairs};
use std::convert::Infallible;

pub(super) async fn csv(domain: State<Domain>, caller: SignedIn, asker: Extension<Asker>, query: RawQuery) -> Response {
    export(domain, caller, asker, query, Separator::Comma).await
}

pub(super) async fn tsv(domain: State<Domain>, caller: SignedIn, asker: Extension<Asker>, query: RawQuery) -> Response {
    export(domain, caller, asker, query, Separator::Tab).await
}

async fn export(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
    separator: Separator,
) -> Response {
    let query = CustomerQuery::from_pairs(&pairs(&query.unwrap_or_default()));
    let header = columns(text(asker.visit.locale).licenses());
    match licenses::export(&domain, &caller, &query, header, separator).await {
        Ok(chunks) => {
            let (kind, end) = match separator {
                Separator::Comma => ("text/csv; charset=utf-8", "csv"),
                Separator::Tab => ("text/tab-separated-values; charset=utf-8", "tsv"),
            };
            let chunks = chunks.map(|chunk| Ok::<_, Infallible>(Bytes::from(chunk)));
            let attachment = format!("attachment; filename=\"licences.{end}\"");
            let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)];
            (headers, Body::from_stream(futures_util::stream::iter(chunks))).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

fn columns(t: &'static LicenseText) -> [&'static str; 10] {
    [
        t.col_customer,
        t.col_tenant,
        t.col_market,
        t.col_sold,
        t.col_assigned,
        t.deployment.label,
        t.col_unassigned,
        t.col_qualified,
        t.col_active,
        t.col_usage,
    ]
}
