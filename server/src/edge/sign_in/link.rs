//! The button behind a one-time link, and the way out.

use super::{begun, end, go};
use crate::{
    edge::{browser::AskedBy, cookies, plain::Pages},
    router::Edges,
};
use app::plain::SignIn;
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::{oidc, session};
use model::{Invalid, query_string};
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    #[serde(default)]
    link: String,
}

/// Consumes the link: the first factor, and no more than that.
pub(in crate::edge) async fn sign_in(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let signed_in = match session::sign_in(&edges.domain, &sent.link, pages.caller(), &browser).await {
        Ok(signed_in) => signed_in,
        Err(error @ domain::Error::Invalid(Invalid::LinkAlone)) => {
            let next = format!("/sign-in?{}", query_string(&[("link", sent.link)]));
            let (passkeys, provider) = (edges.passkeys().is_some(), oidc::provider_name(&edges.domain));
            let page = |words| SignIn { next, trouble: Some(words), passkeys, provider, ..SignIn::default() };
            return pages.again(error, "", page).await;
        }
        Err(error) => return failed(&error),
    };
    match begun(&edges, &headers, &signed_in, "/").await {
        Ok(to) => go(&edges, &signed_in.token, &to),
        Err(error) => failed(&error),
    }
}

fn failed(error: &domain::Error) -> Response {
    if !matches!(error, domain::Error::Invalid(_)) {
        tracing::error!(%error, "sign-in failed");
    }
    Redirect::to("/sign-in?failed=link").into_response()
}

/// Ends the session, here and on the server.
pub(in crate::edge) async fn sign_out(State(edges): State<Edges>, headers: HeaderMap) -> Response {
    end(&edges, &headers).await;
    let cookie = cookies::set_session(edges.https(), None).map(|cookie| (header::SET_COOKIE, cookie));
    // What pages left in the browser goes too: the next person at it is another one.
    let clear = [("clear-site-data", "\"storage\"")];
    (clear, AppendHeaders(cookie), Redirect::to("/sign-in")).into_response()
}
