//! Which account a page was made for. A person of several accounts can switch in one tab while another tab still shows the
//! account before; what that tab sends must neither act in the new account nor show it. So pages send everything to
//! `/in/{account}/…`, which is the same address without that front, for that account alone.

use crate::edge::told;
use axum::{
    Json,
    extract::Request,
    http::{StatusCode, Uri, uri::PathAndQuery},
    response::{IntoResponse, Response},
};
use domain::access::Caller;
use model::{AccountId, AppError};

/// The account that the page which sent a request was made for.
#[derive(Clone, Copy, Debug)]
struct MadeFor(AccountId);

/// Takes the account off the front of an address, before anything is routed.
pub(crate) async fn made_for(mut request: Request) -> Request {
    if let Some((account, uri)) = split(request.uri()) {
        *request.uri_mut() = uri;
        request.extensions_mut().insert(MadeFor(account));
    }
    request
}

fn split(uri: &Uri) -> Option<(AccountId, Uri)> {
    let (account, rest) = uri.path_and_query()?.as_str().strip_prefix("/in/")?.split_once('/')?;
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(format!("/{rest}")).ok()?);
    Some((account.parse().ok()?, Uri::from_parts(parts).ok()?))
}

/// The refusal of what a page of another account sent.
pub(crate) fn refusal(request: &Request, caller: &Caller) -> Option<Response> {
    let MadeFor(account) = request.extensions().get()?;
    if *account == caller.account() {
        return None;
    }
    let error = AppError::OtherAccount;
    if request.uri().path().starts_with("/api/") {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
        return Some((status, Json(error)).into_response());
    }
    Some(told(&error))
}

#[cfg(test)]
mod tests;
