//! Keeping views of pages. A form comes back to the view that it kept, or to the list of one's own.

use super::{plain::Pages, problem::SignedIn};
use crate::router::Edges;
use app::plain::Views;
use axum::{
    Form,
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Error,
    access::Caller,
    views::{self, NewView},
};
use model::{Invalid, ViewChange, ViewId};
use serde::Deserialize;

const HERE: &str = "/me/views";

pub(super) async fn page(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    match views::list(&edges.domain, &caller).await {
        Ok(views) => pages.page(Views { views, done: query.as_deref() == Some("done"), trouble: None }),
        Err(error) => pages.failed(error, HERE).await,
    }
}

#[derive(Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    name: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    query: String,
    standard: Option<String>,
}

/// Keeps what a page shows.
pub(super) async fn save(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(Kept { name, page, query, standard }): Form<Kept>,
) -> Response {
    let new = NewView { name, page, query, standard: standard.is_some() };
    match views::save(&edges.domain, &caller, &new).await {
        Ok(view) => Redirect::to(&view.address()).into_response(),
        Err(error) => again(&edges, &caller, pages, error).await,
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    act: String,
    #[serde(default)]
    name: String,
}

/// Changes a view. Enter in the field of its name renames it: that is the form's first button.
pub(super) async fn change(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Path(id): Path<ViewId>,
    Form(Asked { act, name }): Form<Asked>,
) -> Response {
    let change = match act.as_str() {
        "rename" => Ok(ViewChange::Rename(name)),
        "standard" => Ok(ViewChange::Standard),
        "not-standard" => Ok(ViewChange::NotStandard),
        "delete" => Ok(ViewChange::Delete),
        _ => Err(Error::Invalid(Invalid::Request)),
    };
    let changed = match change {
        Ok(change) => views::change(&edges.domain, &caller, id, &change).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(()) => Redirect::to("/me/views?done").into_response(),
        Err(error) => again(&edges, &caller, pages, error).await,
    }
}

/// The list with what went wrong.
async fn again(edges: &Edges, caller: &Caller, pages: Pages, error: Error) -> Response {
    match views::list(&edges.domain, caller).await {
        Ok(views) => pages.again(error, HERE, |words| Views { views, done: false, trouble: Some(words) }).await,
        Err(error) => pages.failed(error, HERE).await,
    }
}
