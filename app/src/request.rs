//! From an HTTP request to the domain. Server only.

use crate::{error::ApiError, visit::Visit};
use domain::{
    Domain, access,
    access::{Caller, Denied},
    db::DbError,
    requests,
};
use http::{StatusCode, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use model::{AppError, Invalid};

/// Who asks, found out by the server's session layer before anything is rendered.
#[derive(Clone, Debug)]
pub struct Asker {
    /// The caller; nothing when nobody is signed in.
    pub caller: Option<Caller>,
    /// What the page shows of them.
    pub visit: Visit,
    /// Finds the request in the log.
    pub request: String,
}

fn asker() -> Option<Asker> {
    use_context::<Parts>()?.extensions.get::<Asker>().cloned()
}

/// The visit of this request; nothing outside of one.
pub(crate) fn visit() -> Option<Visit> {
    asker().map(|asker| asker.visit)
}

/// The visitor's language.
pub(crate) fn locale() -> crate::text::Locale {
    visit().map_or_else(Default::default, |visit| visit.locale)
}

/// The domain and the caller: how every server function begins.
pub(crate) fn caller() -> Result<(Domain, Caller), ApiError> {
    let asker = asker().ok_or_else(|| answer(internal("no request")))?;
    let caller = asker.caller.ok_or_else(|| answer(AppError::SignedOut))?;
    Ok((domain()?, caller))
}

/// The domain, for what anybody may ask.
pub(crate) fn domain() -> Result<Domain, ApiError> {
    use_context().ok_or_else(|| answer(internal("no domain")))
}

/// Turns a domain error into an answer with its status. Details go to the log only, under the request's id.
pub(crate) trait Answer<T> {
    async fn answer(self) -> Result<T, ApiError>;
}

impl<T> Answer<T> for Result<T, domain::Error> {
    async fn answer(self) -> Result<T, ApiError> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => {
                let asker = asker();
                let caller = asker.as_ref().and_then(|asker| asker.caller.as_ref());
                let request = asker.as_ref().map_or("", |asker| &asker.request);
                let domain: Option<Domain> = use_context();
                Err(answer(explain(domain.as_ref(), caller, request, error).await))
            }
        }
    }
}

/// What a person is told of a domain error.
pub async fn explain(
    domain: Option<&Domain>,
    caller: Option<&Caller>,
    request: &str,
    error: domain::Error,
) -> AppError {
    match error {
        domain::Error::Denied(Denied::Role(role)) => {
            let can_grant = match (domain, caller) {
                (Some(domain), Some(caller)) => access::names(&domain.db, caller.account()).await.unwrap_or_default(),
                _ => Vec::new(),
            };
            let asked = match (domain, caller) {
                (Some(domain), Some(caller)) => {
                    requests::latest(domain, caller, role).await.ok().flatten().map(Box::new)
                }
                _ => None,
            };
            AppError::NeedsRole { role, can_grant, asked }
        }
        domain::Error::Denied(Denied::Program(programs)) => AppError::NeedsProgram { programs: programs.to_vec() },
        domain::Error::Denied(Denied::SecondFactor) => AppError::NeedsSecondFactor,
        domain::Error::Denied(Denied::NotFresh) => AppError::NeedsFreshSignIn,
        domain::Error::Denied(Denied::Scope) => AppError::NotForToken,
        domain::Error::NotFound => AppError::NotFound,
        domain::Error::Stale { by } => AppError::Stale { by },
        domain::Error::LastAdmin => AppError::LastAdmin,
        domain::Error::Invalid(what) => AppError::Invalid { what },
        // Only programs ask so, and they are told in words what is wrong before this.
        domain::Error::Query(_) => AppError::Invalid { what: Invalid::Filter },
        domain::Error::Busy | domain::Error::Db(DbError::Conflict) => AppError::Busy,
        full if full.is_no_space() => {
            tracing::error!(request, "no room left on the disk");
            AppError::NoSpace
        }
        other => {
            tracing::error!(request, error = %other, "request failed");
            AppError::Internal { request: request.to_owned() }
        }
    }
}

fn internal(why: &'static str) -> AppError {
    tracing::error!(why, "request failed");
    AppError::Internal { request: String::new() }
}

fn answer(error: AppError) -> ApiError {
    set_status(&error);
    ApiError(error)
}

/// Sends the browser to another address when it has sent a plain form; a script reads the answer itself.
pub(crate) fn redirect_form(address: &str) {
    let accepts = use_context::<Parts>().and_then(|parts| parts.headers.get(http::header::ACCEPT).cloned());
    if accepts.is_some_and(|accepts| accepts.to_str().is_ok_and(|accepts| accepts.contains("text/html"))) {
        leptos_axum::redirect(address);
    }
}

/// Gives the answer under way the status that goes with an error: by itself a server function answers every error with 500.
pub(crate) fn set_status(error: &AppError) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status())) {
        response.set_status(status);
    }
}
