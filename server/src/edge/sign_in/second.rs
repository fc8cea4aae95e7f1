//! The second factor: asked for where the person has one, set up where the account demands one.

use super::{Next, go};
use crate::{
    edge::{
        plain::{Pages, with_next},
        problem::SignedIn,
    },
    router::Edges,
};
use app::plain::{Enrol, Second, own_address};
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{credential, session};
use model::{Held, Permission, Visitor};
use serde::Deserialize;

pub(in crate::edge) async fn second(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Query(Next { next }): Query<Next>,
) -> Response {
    let Some(visitor) = caller.visitor().filter(|visitor| !visitor.second_factor) else {
        return Redirect::to(&own_address(&next)).into_response();
    };
    match credential::held(&edges.domain, visitor.person).await {
        Ok(held) if held.second_factor() => pages.page(form(&edges, &held, next, None)),
        // Only who has just proved who they are may add what opens the account from then on.
        Ok(_) => match caller.may_now(Permission::OwnProfile) {
            Ok(_) => pages.page(Enrol { next, passkeys: edges.passkeys().is_some() }),
            Err(denied) => pages.failed(denied.into(), &with_next("/sign-in/second", &next)).await,
        },
        Err(error) => pages.failed(error, "").await,
    }
}

fn form(edges: &Edges, held: &Held, next: String, trouble: Option<String>) -> Second {
    Second { next, passkey: edges.passkeys().is_some() && !held.passkeys.is_empty(), trouble }
}

#[derive(Deserialize)]
pub(in crate::edge) struct Sent {
    code: String,
    #[serde(default)]
    next: String,
}

/// Takes a code of an app, or a recovery code.
pub(in crate::edge) async fn code(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    Form(sent): Form<Sent>,
) -> Response {
    let person = caller.visitor().map(|visitor: &Visitor| visitor.person);
    match session::second_by_code(&edges.domain, &caller, &sent.code).await {
        Ok(signed_in) => go(&edges, &signed_in.token, &sent.next),
        Err(error) => {
            let held = match person {
                Some(person) => credential::held(&edges.domain, person).await,
                None => Err(domain::Error::NotFound),
            };
            match held {
                Ok(held) => pages.again(error, "", |words| form(&edges, &held, sent.next, Some(words))).await,
                Err(error) => pages.failed(error, &with_next("/sign-in/second", &sent.next)).await,
            }
        }
    }
}
