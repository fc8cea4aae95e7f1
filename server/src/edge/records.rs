//! Records as a file, streamed: each piece is written as it is read.

use app::text::Locale;
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use domain::export::Pieces;
use futures_util::stream;

/// From rows to their part of the file; whether it is the first.
pub(super) type Write<Row> = fn(Locale, &[Row], bool) -> std::io::Result<Vec<u8>>;

/// What a file of records is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format {
    Csv,
    JsonLines,
}

/// A file of this name, without what its format adds.
pub(super) fn file<P: Pieces>(name: &str, format: Format, pieces: P, locale: Locale, write: Write<P::Row>) -> Response {
    let (kind, end) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::JsonLines => ("application/jsonl; charset=utf-8", "jsonl"),
    };
    let attachment = format!("attachment; filename=\"{name}.{end}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)];
    let pieces = stream::try_unfold((pieces, true), move |(pieces, first)| piece(pieces, first, locale, write));
    (headers, Body::from_stream(pieces)).into_response()
}

/// The next piece, and what comes after it; nothing at the end.
async fn piece<P: Pieces>(
    mut pieces: P,
    first: bool,
    locale: Locale,
    write: Write<P::Row>,
) -> Result<Option<(Vec<u8>, (P, bool))>, domain::Error> {
    let rows = pieces.next().await?;
    if rows.is_empty() && !first {
        return Ok(None);
    }
    Ok(Some((write(locale, &rows, first)?, (pieces, false))))
}
