//! What a person is called.

use crate::{
    edge::{problem::SignedIn, settings::back},
    router::Edges,
};
use app::request::Asker;
use axum::{Extension, Form, extract::State, response::Response};
use domain::people;
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    #[serde(default)]
    name: String,
}

pub(in crate::edge) async fn rename(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Form(sent): Form<Sent>,
) -> Response {
    let done = people::rename(&edges.domain, &caller, &sent.name).await;
    back(&edges, &asker, "/me", done).await
}
