//! What pages show, as files: exactly what their address asks for, all pages of it, streamed.

use super::problem::{SignedIn, answer};
use app::{
    request::Asker,
    text::{LicenseText, Locale, text},
};
use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Domain, export::Separator, insight, licenses};
use model::{CustomerQuery, InsightPage, InsightQuery, pairs};
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
        Ok(chunks) => file("licences", separator, chunks),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

fn file(name: &str, separator: Separator, chunks: impl Iterator<Item = Vec<u8>> + Send + 'static) -> Response {
    let (kind, end) = match separator {
        Separator::Comma | Separator::Semicolon => ("text/csv; charset=utf-8", "csv"),
        Separator::Tab => ("text/tab-separated-values; charset=utf-8", "tsv"),
    };
    let chunks = chunks.map(|chunk| Ok::<_, Infallible>(Bytes::from(chunk)));
    let attachment = format!("attachment; filename=\"{name}.{end}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)];
    (headers, Body::from_stream(futures_util::stream::iter(chunks))).into_response()
}

pub(super) async fn overview(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Overview, domain, caller, asker, query).await
}

pub(super) async fn customers(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Customers, domain, caller, asker, query).await
}

pub(super) async fn subscriptions(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Subscriptions, domain, caller, asker, query).await
}

pub(super) async fn azure(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Azure, domain, caller, asker, query).await
}

pub(super) async fn growth(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Growth, domain, caller, asker, query).await
}

pub(super) async fn workloads(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Workloads, domain, caller, asker, query).await
}

pub(super) async fn resellers(
    domain: State<Domain>,
    caller: SignedIn,
    asker: Extension<Asker>,
    query: RawQuery,
) -> Response {
    figures(InsightPage::Resellers, domain, caller, asker, query).await
}

/// The words of a file, as functions without a surrounding.
macro_rules! words {
    ($locale:expr) => {
        insight::Words {
            columns: text($locale).insight().columns,
            title: |title| text($locale).insight().title(title),
            metric: |metric| text($locale).insight().metric(metric).label,
        }
    };
}

/// What a page of figures shows, or the one table of it that the address asks for whole.
async fn figures(
    page: InsightPage,
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = InsightQuery::from_pairs(&pairs(&query.unwrap_or_default()));
    let words = match asker.visit.locale {
        Locale::En => words!(Locale::En),
        Locale::ZhTw => words!(Locale::ZhTw),
    };
    match insight::export(&domain, &caller, page, &query, words).await {
        Ok(chunks) => file(page.key(), Separator::Comma, chunks),
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
