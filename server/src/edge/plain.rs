//! Answers with pages of plain forms.

use crate::router::Edges;
use app::{
    plain::{Asked, PlainPage, Trouble, document},
    request::{Asker, explain},
    text::{Text, text},
};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{Domain, access::Caller};
use leptos::nonce::Nonce;
use model::{AppError, query_string};

/// What pages of plain forms are made with.
pub(super) struct Pages {
    domain: Domain,
    asker: Asker,
    made_with: Asked,
}

impl FromRequestParts<Edges> for Pages {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, edges: &Edges) -> Result<Self, StatusCode> {
        let asker: Option<Asker> = parts.extensions.get().cloned();
        let nonce: Option<Nonce> = parts.extensions.get().cloned();
        let (Some(asker), Some(nonce)) = (asker, nonce) else { return Err(StatusCode::INTERNAL_SERVER_ERROR) };
        let address = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let made_with = Asked { visit: asker.visit.clone(), address, style: edges.style.clone(), nonce };
        Ok(Self { domain: edges.domain.clone(), asker, made_with })
    }
}

impl Pages {
    /// The signed-in caller.
    pub(super) const fn caller(&self) -> Option<&Caller> {
        self.asker.caller.as_ref()
    }

    /// What finds the request in the log.
    pub(super) fn request(&self) -> &str {
        &self.asker.request
    }

    /// The texts in the visitor's language.
    pub(super) fn text(&self) -> &'static Text {
        text(self.made_with.visit.locale)
    }

    /// A page.
    pub(super) fn page(self, page: impl PlainPage) -> Response {
        Html(document(self.made_with, page)).into_response()
    }

    /// What a person is told of an error: where to go when they can do something about it there, else a page in words.
    pub(super) async fn failed(self, error: domain::Error, back: &str) -> Response {
        let error = self.explain(error).await;
        match way_out(&error, back) {
            Some(address) => Redirect::to(&address).into_response(),
            None => (status(&error), self.page(Trouble(error))).into_response(),
        }
    }

    /// The same for a form that is shown again: its page is made from the words. Only what the person can mend there is.
    pub(super) async fn again<P: PlainPage>(
        self,
        error: domain::Error,
        back: &str,
        page: impl FnOnce(String) -> P,
    ) -> Response {
        let error = self.explain(error).await;
        let words = match &error {
            AppError::Invalid { what } => (self.text().errors.invalid)(*what),
            AppError::Busy => self.text().errors.busy.to_owned(),
            AppError::LastAdmin => self.text().errors.last_admin.to_owned(),
            AppError::NotFound => self.text().errors.not_found.to_owned(),
            _ => match way_out(&error, back) {
                Some(address) => return Redirect::to(&address).into_response(),
                None => return (status(&error), self.page(Trouble(error))).into_response(),
            },
        };
        (status(&error), self.page(page(words))).into_response()
    }

    /// The same for a script, which shows the words or goes where it is told.
    pub(super) async fn scripted(self, error: domain::Error, back: &str) -> Response {
        let error = self.explain(error).await;
        if let Some(to) = way_out(&error, back) {
            return axum::Json(serde_json::json!({ "to": to })).into_response();
        }
        let words = match &error {
            AppError::Invalid { what } => (self.text().errors.invalid)(*what),
            AppError::Busy => self.text().errors.busy.to_owned(),
            _ => self.text().errors.failed.to_owned(),
        };
        (status(&error), [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], words).into_response()
    }

    async fn explain(&self, error: domain::Error) -> AppError {
        explain(Some(&self.domain), self.caller(), &self.asker.request, error).await
    }
}

/// Where a person gives the proof that was missing.
fn way_out(error: &AppError, back: &str) -> Option<String> {
    let page = match error {
        AppError::SignedOut => "/sign-in",
        AppError::NeedsSecondFactor => "/sign-in/second",
        AppError::NeedsFreshSignIn => "/confirm",
        _ => return None,
    };
    Some(with_next(page, back))
}

/// An address that knows where to go afterwards.
pub(crate) fn with_next(page: &str, next: &str) -> String {
    if next.is_empty() || next == "/" {
        page.to_owned()
    } else {
        format!("{page}?{}", query_string(&[("next", next.to_owned())]))
    }
}

fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
