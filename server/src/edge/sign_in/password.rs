//! Signing in by password.

use super::{begun, go};
use crate::{
    edge::{browser::AskedBy, plain::Pages},
    router::Edges,
};
use app::plain::SignIn;
use axum::{Form, extract::State, http::HeaderMap, response::Response};
use domain::{credential::password::Plain, oidc, session};
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// Begins a session, or shows the form again: the same for everybody who is not let in.
pub(in crate::edge) async fn password(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let Sent { email, password, next } = sent;
    let begun = match session::by_password(&edges.domain, &email, Plain::new(&password), &browser).await {
        Ok(signed_in) => begun(&edges, &headers, &signed_in, &next).await.map(|to| (signed_in, to)),
        Err(error) => Err(error),
    };
    match begun {
        Ok((signed_in, to)) => go(&edges, &signed_in.token, &to),
        Err(error) => {
            let (passkeys, provider) = (edges.passkeys().is_some(), oidc::provider_name(&edges.domain));
            pages.again(error, "", |words| SignIn { email, next, trouble: Some(words), passkeys, provider }).await
        }
    }
}
