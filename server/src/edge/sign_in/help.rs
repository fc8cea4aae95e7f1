//! For those who cannot sign in.

use crate::{
    edge::{browser::AskedBy, plain::Pages},
    router::Edges,
};
use app::plain::Help;
use axum::{
    Form,
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::session;
use serde::Deserialize;

/// How somebody without a way in gets one.
pub(in crate::edge) async fn help(State(edges): State<Edges>, pages: Pages, RawQuery(query): RawQuery) -> Response {
    let (mail, asked) = (edges.domain.mail.is_some(), query.as_deref() == Some("asked"));
    pages.page(Help { mail, asked: mail && asked, ..Help::default() })
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    #[serde(default)]
    email: String,
}

/// Asks for a letter with a link. The answer is the same for every address.
pub(in crate::edge) async fn letter(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    Form(Sent { email }): Form<Sent>,
) -> Response {
    match session::forgotten(&edges.domain, &email, &browser).await {
        Ok(()) => Redirect::to("/sign-in/help?asked").into_response(),
        Err(error) => {
            let mail = edges.domain.mail.is_some();
            pages.again(error, "", |words| Help { mail, asked: false, email, trouble: Some(words) }).await
        }
    }
}
