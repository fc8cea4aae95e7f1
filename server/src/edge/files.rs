//! Files of rows that are made in the background, and orders that are kept.

mod form;

use super::{
    plain::Pages,
    problem::{SignedIn, answer},
};
use crate::router::Edges;
use app::{
    plain::{DownloadRow, Downloads, NewFile, OrderForm},
    request::Asker,
};
use axum::{
    Extension, Form,
    body::Body,
    extract::{Path, RawForm, RawQuery, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Domain, Error,
    access::Caller,
    extract::{self, BadQuery},
    files::{self, NewPlan},
};
use model::{Delivery, FileId, Invalid, file_name};
use serde::Deserialize;
use tokio_util::io::ReaderStream;

const HERE: &str = "/downloads";

/// One's files, the orders one keeps, and what there is.
pub(super) async fn page(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    match downloads(&domain, &caller).await {
        Ok(page) => pages.page(Downloads { done: query.as_deref() == Some("done"), ..page }),
        Err(error) => pages.failed(error, HERE).await,
    }
}

async fn downloads(domain: &Domain, caller: &Caller) -> Result<Downloads, Error> {
    let row = |it: extract::Offer| DownloadRow { dataset: it.dataset, months: it.months, rows: it.rows };
    let rows = extract::offers(domain, caller).await?.into_iter().map(row).collect();
    // The host has no files of its own.
    let files = files::list(domain, caller).await?;
    let plans = files::plans(domain, caller).await?;
    Ok(Downloads { files, plans, rows, ..Downloads::default() })
}

/// What a file can be made of.
pub(super) async fn new(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    let form = form::of(&query.unwrap_or_default());
    match filled(&edges.domain, &caller, form).await {
        Ok(page) => pages.page(page),
        Err(error) => pages.failed(error, HERE).await,
    }
}

/// The form as it was filled in.
async fn filled(domain: &Domain, caller: &Caller, form: OrderForm) -> Result<NewFile, Error> {
    let dataset = form.order.dataset;
    caller.may(extract::permission(dataset))?;
    let offers = extract::offers(domain, caller).await?;
    let all = extract::columns(dataset).ok_or(Error::NotFound)?;
    let mut deliveries = vec![Delivery::List];
    deliveries.extend(domain.mail.is_some().then_some(Delivery::Mail));
    deliveries.extend(domain.files.folder.is_some().then_some(Delivery::Folder));
    Ok(NewFile {
        columns: all.iter().filter(|column| column.is_kept()).map(|column| column.name).collect(),
        months: offers.iter().find(|offer| offer.dataset == dataset).map(|offer| offer.months),
        deliveries,
        form,
        trouble: None,
    })
}

/// Makes a file, or keeps what it is to be made of. What cannot be made comes back as it was filled in.
pub(super) async fn ask(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawForm(sent): RawForm,
) -> Response {
    let (domain, sent) = (&edges.domain, String::from_utf8_lossy(&sent).into_owned());
    let form = form::of(&sent);
    let asked = if form::keeps(&sent) {
        let OrderForm { name, order, every, delivery } = form.clone();
        files::keep_plan(domain, &caller, &NewPlan { name, order, every, delivery }).await
    } else {
        files::ask(domain, &caller, &form.name, &form.order).await
    };
    let Err(error) = asked else { return Redirect::to("/downloads?done").into_response() };
    match filled(domain, &caller, form).await {
        Ok(page) => {
            let mismatch = match &error {
                Error::Query(BadQuery::Mismatch(column, _)) => Some((pages.text().order().mismatch)(column)),
                _ => None,
            };
            let page = |words| NewFile { trouble: Some(mismatch.unwrap_or(words)), ..page };
            pages.again(error, HERE, page).await
        }
        Err(_) => pages.failed(error, HERE).await,
    }
}

/// A file.
pub(super) async fn file(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<FileId>,
) -> Response {
    match opened(&domain, &caller, id).await {
        Ok((headers, body)) => (headers, body).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

async fn opened(
    domain: &Domain,
    caller: &Caller,
    id: FileId,
) -> Result<([(header::HeaderName, String); 3], Body), Error> {
    served(files::open(domain, caller, id).await?).await
}

/// A file on its way out.
pub(super) async fn served(
    files::File { row, path, .. }: files::File,
) -> Result<([(header::HeaderName, String); 3], Body), Error> {
    let file = tokio::fs::File::open(path).await?;
    let name = format!("{}.{}", file_name(&row.name), row.order.format.ending());
    // For programs that know quoted ASCII only, and for all others (RFC 6266).
    let plain: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let encoded = model::query_string(&[("", name)]);
    let headers = [
        (header::CONTENT_TYPE, row.order.format.mime().to_owned()),
        (header::CONTENT_LENGTH, row.bytes.unwrap_or_default().to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", &encoded[1..])),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(file))))
}

/// What stands beside its rows.
pub(super) async fn notes(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<FileId>,
) -> Response {
    match files::open(&domain, &caller, id).await {
        Ok(file) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], file.notes).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

#[derive(Deserialize)]
pub(super) struct Act {
    #[serde(default)]
    act: String,
}

/// Stops or deletes a file.
pub(super) async fn change(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(id): Path<FileId>,
    Form(Act { act }): Form<Act>,
) -> Response {
    let done = match act.as_str() {
        "stop" => files::cancel(&domain, &caller, id).await,
        "delete" => files::remove(&domain, &caller, id).await,
        _ => Err(Error::Invalid(Invalid::Request)),
    };
    back(&domain, &caller, pages, done).await
}

/// Makes a kept order, or forgets it.
pub(super) async fn change_plan(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(id): Path<FileId>,
    Form(Act { act }): Form<Act>,
) -> Response {
    let done = match act.as_str() {
        "make" => files::make_plan(&domain, &caller, id).await.map(drop),
        "delete" => files::remove_plan(&domain, &caller, id).await,
        _ => Err(Error::Invalid(Invalid::Request)),
    };
    back(&domain, &caller, pages, done).await
}

async fn back(domain: &Domain, caller: &Caller, pages: Pages, done: Result<(), Error>) -> Response {
    let Err(error) = done else { return Redirect::to("/downloads?done").into_response() };
    match downloads(domain, caller).await {
        Ok(page) => pages.again(error, HERE, |words| Downloads { trouble: Some(words), ..page }).await,
        Err(error) => pages.failed(error, HERE).await,
    }
}
