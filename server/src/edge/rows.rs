//! Rows of a dataset as a file.

use super::problem::{SignedIn, answer};
use app::request::Asker;
use axum::{
    Extension,
    body::Body,
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Domain, Error,
    access::Caller,
    extract::{self, Download},
};
use futures_util::stream;
use model::{Dataset, FileFormat, FileOrder, Invalid, Month, MonthRange, Permission, pairs};

/// The file. Without a dataset in the address it is of licences sold and assigned; without months, of all.
pub(super) async fn file(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawQuery(query): RawQuery,
) -> Response {
    match begun(&domain, &caller, &query.unwrap_or_default()).await {
        Ok((name, format, download)) => {
            let attachment = format!("attachment; filename=\"{name}.{}\"", format.ending());
            let pieces = stream::try_unfold(download, |mut download| async move {
                Ok::<_, Error>(download.next().await?.map(|piece| (piece, download)))
            });
            let headers = [(header::CONTENT_TYPE, format.mime().to_owned()), (header::CONTENT_DISPOSITION, attachment)];
            (headers, Body::from_stream(pieces)).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

/// The file's name, its format, and its rows.
async fn begun(domain: &Domain, caller: &Caller, query: &str) -> Result<(String, FileFormat, Download), Error> {
    caller.may(Permission::Export)?;
    caller.may(Permission::ViewLicenses)?;
    let pairs = pairs(query);
    let of = |name: &str| pairs.iter().find(|(it, value)| it == name && !value.is_empty()).map(|(_, it)| it.as_str());
    let wrong = || Error::Invalid(Invalid::Filter);
    let dataset = of("dataset").unwrap_or(Dataset::LicenseDeployment.key());
    let dataset = Dataset::from_key(dataset).filter(|it| extract::columns(*it).is_some()).ok_or_else(wrong)?;
    let format = FileFormat::from_key(of("format").unwrap_or(FileFormat::Csv.key()));
    let format = format.filter(|format| format.streams()).ok_or_else(wrong)?;
    let month = |name: &str| of(name).map(|it| it.parse::<Month>().map_err(|_| wrong())).transpose();
    let months = match (month("from")?, month("to")?) {
        (None, None) => None,
        (from, to) => {
            let (from, to) = (from.or(to).ok_or_else(wrong)?, to.or(from).ok_or_else(wrong)?);
            Some(MonthRange::between(from, to))
        }
    };
    let span = months.map(|months| format!("-{}-{}", months.from, months.to)).unwrap_or_default();
    let download = extract::download(domain, caller, &FileOrder::all(dataset, format), months).await?;
    Ok((format!("{}{span}", dataset.key()), format, download))
}
