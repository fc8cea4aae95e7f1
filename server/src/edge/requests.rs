//! Asking for a role and taking it back: plain forms on pages that are closed to the asker.

use super::{
    plain::with_next,
    problem::{SignedIn, answer},
};
use app::{plain::own_address, request::Asker};
use axum::{
    Extension, Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Domain, Error, access::Denied, requests};
use model::{Invalid, RequestId, Role};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Ask {
    role: Role,
    #[serde(default)]
    note: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(super) struct Withdraw {
    #[serde(default)]
    back: String,
}

/// Asks, and goes back to the page, which then shows the request.
pub(super) async fn ask(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Form(sent): Form<Ask>,
) -> Response {
    match requests::ask(&domain, &caller, sent.role, &sent.note).await {
        // The role came meanwhile: the page is open now.
        Ok(()) | Err(Error::Invalid(Invalid::RoleHeld)) => Redirect::to(&own_address(&sent.back)).into_response(),
        Err(Error::Invalid(Invalid::TooManyRequests)) => {
            Redirect::to(&format!("{}?refused", own_address(&sent.back))).into_response()
        }
        Err(Error::Denied(Denied::SecondFactor)) => {
            Redirect::to(&with_next("/sign-in/second", &own_address(&sent.back))).into_response()
        }
        Err(error) => answer(&domain, &asker, error).await,
    }
}

/// Takes an open request back.
pub(super) async fn withdraw(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<RequestId>,
    Form(sent): Form<Withdraw>,
) -> Response {
    match requests::withdraw(&domain, &caller, id).await {
        // Decided meanwhile: the page says how.
        Ok(()) | Err(Error::Stale { .. }) => Redirect::to(&own_address(&sent.back)).into_response(),
        Err(error) => answer(&domain, &asker, error).await,
    }
}
