//! The page that all of it stands on.

use super::HERE;
use crate::{
    edge::{plain::Pages, problem::SignedIn},
    router::Edges,
};
use app::plain::Security;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use domain::{access::Caller, credential, oidc, session};
use model::{ProviderFailure, pairs};

pub(in crate::edge) async fn security(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    pages: Pages,
    RawQuery(query): RawQuery,
) -> Response {
    match read(&edges, &caller).await {
        Ok(page) => {
            let pairs = pairs(&query.unwrap_or_default());
            let is = |word| pairs.iter().any(|(name, _)| name == word);
            let failed = pairs.iter().find(|(name, _)| name == "failed");
            let failed = failed.and_then(|(_, key)| ProviderFailure::from_key(key));
            let trouble = failed.map(|failure| (pages.text().provider().failure)(failure).to_owned());
            pages.page(Security { done: is("done"), first: is("first"), trouble, ..page })
        }
        Err(error) => pages.failed(error, HERE).await,
    }
}

/// The page as it is now.
async fn read(edges: &Edges, caller: &Caller) -> Result<Security, domain::Error> {
    let person = caller.id().ok_or(domain::Error::NotFound)?;
    let held = credential::held(&edges.domain, person).await?;
    let connected = oidc::provider_of(&edges.domain, &held).is_some();
    Ok(Security {
        connect: oidc::provider_name(&edges.domain).filter(|_| !connected),
        held,
        sessions: session::own(&edges.domain, caller).await?,
        now: edges.domain.clock.now(),
        first: false,
        passkeys: edges.passkeys().is_some(),
        done: false,
        trouble: None,
    })
}

/// The page with what became of a change.
pub(super) async fn after(
    edges: &Edges,
    caller: &Caller,
    pages: Pages,
    changed: Result<(), domain::Error>,
) -> Response {
    match (changed, read(edges, caller).await) {
        (Ok(()), _) => super::done(),
        (Err(error), Ok(page)) => pages.again(error, HERE, |words| Security { trouble: Some(words), ..page }).await,
        (Err(_), Err(error)) => pages.failed(error, HERE).await,
    }
}
