//! The record of a finished access review, to be taken away.

use super::problem::{SignedIn, answer};
use app::request::Asker;
use axum::{
    Extension,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Domain, reviews};
use model::ReviewId;

pub(super) async fn json(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ReviewId>,
) -> Response {
    match reviews::record(&domain, &caller, id).await {
        Ok(record) => {
            let name = name(&record, "json");
            file("application/json", &name, record.json.into_bytes())
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

pub(super) async fn csv(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ReviewId>,
) -> Response {
    match reviews::record_csv(&domain, &caller, id).await {
        Ok((record, table)) => file("text/csv; charset=utf-8", &name(&record, "csv"), table),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

/// The name carries the beginning of the digest: files of different reviews are told apart by it.
fn name(record: &reviews::Record, end: &str) -> String {
    format!("access-review-{}.{end}", &record.sha256()[..12])
}

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let attachment = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)], bytes).into_response()
}
