//! Review reports for customers, and how they look.

use super::{
    plain::Pages,
    problem::{SignedIn, answer, told},
};
use crate::{paper, router::Edges};
use app::{
    briefing::{Options, Sheet, sheet},
    plain::{BrandPage, BriefingPage},
    request::Asker,
    text::{Locale, text},
};
use axum::{
    Extension,
    extract::{FromRequest, Multipart, Path, RawForm, RawQuery, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Domain, Error,
    access::Caller,
    briefing::{self, Briefing, Kept, LARGEST_LOGO, NewBrand},
};
use model::{AppError, Invalid, Permission, pairs, query_string};
use uuid::Uuid;

const BRAND: &str = "/settings/brand";

/// The report as a page.
pub(super) async fn page(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(tenant): Path<Uuid>,
    RawQuery(query): RawQuery,
) -> Response {
    let sent = pairs(&query.unwrap_or_default());
    let options = Options::from_pairs(&sent);
    match made(&domain, &caller, tenant, &options, pages.text().locale).await {
        Ok((briefing, sheet)) => {
            pages.page(shown(briefing, sheet, options, sent.iter().any(|(name, _)| name == "saved")))
        }
        Err(error) => pages.failed(error, &address(tenant)).await,
    }
}

fn address(tenant: Uuid) -> String {
    format!("/customers/{tenant}/review")
}

/// The data, and the same in words.
async fn made(
    domain: &Domain,
    caller: &Caller,
    tenant: Uuid,
    options: &Options,
    visitor: Locale,
) -> Result<(Briefing, Sheet), Error> {
    let briefing = briefing::briefing(domain, caller, &tenant.to_string(), options.months).await?;
    let kept = briefing.kept.language.as_deref().and_then(|tag| tag.parse().ok());
    let locale = options.language.or(kept).unwrap_or(visitor);
    let today = jiff::tz::TimeZone::UTC.to_datetime(domain.clock.now()).date();
    let sheet = sheet(&briefing, options, locale, today);
    Ok((briefing, sheet))
}

fn shown(briefing: Briefing, sheet: Sheet, options: Options, done: bool) -> BriefingPage {
    BriefingPage { tenant: briefing.customer.id, comment: briefing.kept.comment, sheet, options, done, trouble: None }
}

/// Keeps the comment and the language for the next report. What cannot be kept comes back as it was written.
pub(super) async fn keep(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(tenant): Path<Uuid>,
    RawForm(sent): RawForm,
) -> Response {
    let sent = pairs(&String::from_utf8_lossy(&sent));
    let options = Options::from_pairs(&sent);
    let comment = sent.into_iter().find(|(name, _)| name == "comment").map(|(_, words)| words).unwrap_or_default();
    let new = Kept { language: options.language.map(|it| it.tag().to_owned()), comment };
    let Err(error) = briefing::keep(&domain, &caller, &tenant.to_string(), &new).await else {
        let saved = [options.to_pairs(), vec![("saved", String::new())]].concat();
        return Redirect::to(&format!("{}?{}", address(tenant), query_string(&saved))).into_response();
    };
    match made(&domain, &caller, tenant, &options, pages.text().locale).await {
        Ok((briefing, sheet)) => {
            let page = BriefingPage { comment: new.comment, ..shown(briefing, sheet, options, false) };
            pages.again(error, &address(tenant), |words| BriefingPage { trouble: Some(words), ..page }).await
        }
        Err(_) => pages.failed(error, &address(tenant)).await,
    }
}

/// The report as a PDF.
pub(super) async fn pdf(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(tenant): Path<Uuid>,
    RawQuery(query): RawQuery,
) -> Response {
    let options = Options::from_pairs(&pairs(&query.unwrap_or_default()));
    match file(&edges, &caller, tenant, &options, asker.visit.locale).await {
        Ok(Ok(data)) => {
            let name = format!("attachment; filename=\"review-{tenant}.pdf\"");
            let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
            (headers, data).into_response()
        }
        Ok(Err(paper::Refused::NoFont(signs))) => {
            tracing::error!(request = asker.request, "no font for a review report; install one or set SEATSCOPE_FONTS");
            let words = (text(asker.visit.locale).briefing().no_font)(&signs);
            (StatusCode::SERVICE_UNAVAILABLE, format!("{words}\n")).into_response()
        }
        Ok(Err(paper::Refused::Broken(why))) => {
            tracing::error!(request = asker.request, why, "a review report could not be written");
            told(&AppError::Internal { request: asker.request })
        }
        Err(error) => answer(&edges.domain, &asker, error).await,
    }
}

async fn file(
    edges: &Edges,
    caller: &Caller,
    tenant: Uuid,
    options: &Options,
    visitor: Locale,
) -> Result<Result<Vec<u8>, paper::Refused>, Error> {
    let domain = &edges.domain;
    caller.may(Permission::Export)?;
    let (briefing, sheet) = made(domain, caller, tenant, options, visitor).await?;
    let logo = if sheet.has_logo { Some(briefing::logo(domain, caller).await?) } else { None };
    let fonts = edges.fonts.clone();
    let written = tokio::task::spawn_blocking(move || paper::write(&sheet, logo, &fonts));
    let written = written.await.map_err(std::io::Error::other)?;
    if written.is_ok() {
        briefing::exported(domain, caller, &briefing.customer.id).await?;
    }
    Ok(written)
}

/// How reports look.
pub(super) async fn brand(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    match briefing::brand(&domain, &caller).await {
        Ok(brand) => pages.page(BrandPage { brand, done: query.as_deref() == Some("saved"), trouble: None }),
        Err(error) => pages.failed(error, BRAND).await,
    }
}

/// Changes how reports look.
pub(super) async fn change_brand(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    request: Request,
) -> Response {
    let domain = &edges.domain;
    // Before anything of the form is read.
    if let Err(denied) = caller.may_now(Permission::ManageAccount) {
        return pages.failed(denied.into(), BRAND).await;
    }
    let done = match sent(&edges, request).await {
        Ok(new) => briefing::set_brand(domain, &caller, new).await,
        Err(error) => Err(error),
    };
    let Err(error) = done else { return Redirect::to("/settings/brand?saved").into_response() };
    match briefing::brand(domain, &caller).await {
        Ok(brand) => pages.again(error, BRAND, |words| BrandPage { brand, done: false, trouble: Some(words) }).await,
        Err(_) => pages.failed(error, BRAND).await,
    }
}

/// What the form says; a logo is read no further than the largest there may be.
async fn sent(edges: &Edges, request: Request) -> Result<NewBrand, Error> {
    let unread = |_| Error::Invalid(Invalid::Setting);
    let mut form = Multipart::from_request(request, edges).await.map_err(|_| Error::Invalid(Invalid::Setting))?;
    let mut new = NewBrand::default();
    while let Some(mut field) = form.next_field().await.map_err(unread)? {
        let mut data = Vec::new();
        while let Some(bytes) = field.chunk().await.map_err(unread)? {
            if data.len() + bytes.len() > LARGEST_LOGO {
                return Err(Error::Invalid(Invalid::Logo));
            }
            data.extend_from_slice(&bytes);
        }
        match field.name() {
            Some("colour") => new.colour = String::from_utf8_lossy(&data).into_owned(),
            Some("without_logo") => new.without_logo = true,
            Some("logo") if !data.is_empty() => new.logo = Some(data),
            _ => {}
        }
    }
    Ok(new)
}

/// The logo as a picture.
pub(super) async fn logo(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
) -> Response {
    match briefing::logo(&domain, &caller).await {
        Ok(logo) => ([(header::CONTENT_TYPE, logo.kind.mime())], logo.data).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}

#[cfg(test)]
mod tests;
