//! A file that was kept as it came.

use super::problem::{SignedIn, answer};
use app::request::Asker;
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Domain, Error, access::Caller, imports};
use model::ImportId;
use tokio_util::io::ReaderStream;

pub(super) async fn download(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ImportId>,
) -> Response {
    match open(&domain, &caller, id).await {
        Ok((name, body)) => {
            let attachment = format!("attachment; filename=\"{name}\"");
            let headers = [
                (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
                (header::CONTENT_DISPOSITION, attachment),
            ];
            (headers, body).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

async fn open(domain: &Domain, caller: &Caller, id: ImportId) -> Result<(String, Body), Error> {
    let (name, path) = imports::file(domain, caller, id).await?;
    let file = tokio::fs::File::open(path).await?;
    // Only what is safe inside a quoted header value, whatever the file was called.
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    Ok((name, Body::from_stream(ReaderStream::new(file))))
}
