//! Recovery codes: made by a button, shown once.

use crate::{
    edge::{plain::Pages, problem::SignedIn, sign_in::Next},
    router::Edges,
};
use app::plain::{MakeCodes, ShowCodes, own_address};
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::credential;

/// The button; who has codes goes on.
pub(in crate::edge) async fn page(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Query(Next { next }): Query<Next>,
) -> Response {
    let Some(person) = caller.id() else { return pages.failed(domain::Error::NotFound, "").await };
    match credential::held(&edges.domain, person).await {
        Ok(held) if held.recovery_codes > 0 => Redirect::to(&own_address(&next)).into_response(),
        Ok(_) => pages.page(MakeCodes { next }),
        Err(error) => pages.failed(error, "").await,
    }
}

pub(in crate::edge) async fn make(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Next { next }): Form<Next>,
) -> Response {
    match credential::recovery::renew(&edges.domain, &caller).await {
        Ok(codes) => pages.page(ShowCodes { codes, next }),
        Err(error) => pages.failed(error, super::HERE).await,
    }
}
