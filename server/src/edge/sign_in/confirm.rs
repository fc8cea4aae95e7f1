//! Proving again who is signed in.

use super::{Next, go};
use crate::{
    edge::{browser::AskedBy, plain::Pages, problem::SignedIn},
    router::Edges,
};
use app::plain::{Confirm, Confirmed, own_address};
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Caller,
    credential::{self, password::Plain},
    oidc, session,
};
use model::Permission;
use serde::Deserialize;

/// What the page can ask for; who has proved it a moment ago goes on.
pub(in crate::edge) async fn confirm(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Query(Next { next }): Query<Next>,
) -> Response {
    if caller.may_now(Permission::OwnProfile).is_ok() {
        // Without a way back it was opened beside the page that asked for it.
        return if next.is_empty() { pages.page(Confirmed) } else { Redirect::to(&own_address(&next)).into_response() };
    }
    match form(&edges, &caller, next).await {
        Ok(form) => pages.page(form),
        Err(error) => pages.failed(error, "").await,
    }
}

async fn form(edges: &Edges, caller: &Caller, next: String) -> Result<Confirm, domain::Error> {
    let visitor = caller.visitor().ok_or(domain::Error::NotFound)?;
    let held = credential::held(&edges.domain, visitor.person).await?;
    let passkey = edges.passkeys().is_some() && !held.passkeys.is_empty();
    let provider = oidc::provider_of(&edges.domain, &held);
    Ok(Confirm {
        next,
        email: visitor.email.clone(),
        password: held.password.is_some(),
        passkey,
        provider,
        trouble: None,
    })
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    password: String,
    #[serde(default)]
    next: String,
}

/// Takes the password.
pub(in crate::edge) async fn by_password(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    AskedBy(browser): AskedBy,
    pages: Pages,
    Form(sent): Form<Sent>,
) -> Response {
    let next = if sent.next.is_empty() { "/confirm" } else { &sent.next };
    match session::confirm_by_password(&edges.domain, &caller, Plain::new(&sent.password), &browser).await {
        Ok(signed_in) => go(&edges, &signed_in.token, next),
        Err(error) => match form(&edges, &caller, sent.next).await {
            Ok(form) => pages.again(error, "", |words| Confirm { trouble: Some(words), ..form }).await,
            Err(error) => pages.failed(error, "").await,
        },
    }
}
