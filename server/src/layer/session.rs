//! From cookies, or an API token, to who asks, in which language and theme. Done once a request, before anything is rendered.

use super::{account, token};
use crate::{
    config::CALLBACK,
    edge::{DESCRIPTION, SIGNED_LINK, cookies, told, with_next},
    router::Edges,
};
use app::{Theme, Visit, request::Asker, text::Locale};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access, notices,
    session::{self, Live},
};
use model::{AppError, MadeLink, Waiting};
use std::str::FromStr;
use uuid::Uuid;

/// Routes that a stranger may see.
const PUBLIC: [&str; 9] =
    ["/sign-in", "/sign-in/help", CALLBACK, "/first-run", "/demo", "/healthz", "/readyz", SIGNED_LINK, DESCRIPTION];

fn is_public(request: &Request) -> bool {
    request.extensions().get::<MatchedPath>().is_some_and(|route| PUBLIC.contains(&route.as_str()))
}

/// Puts the [`Asker`] into the request's extensions; sends strangers who ask for a page to sign in.
pub(crate) async fn session(State(edges): State<Edges>, mut request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().simple().to_string();
    let query = request.uri().query().unwrap_or_default().to_owned();
    if let Some(refused) = token::leaked(&edges, &query).await {
        return refused;
    }
    let path = request.uri().path().to_owned();
    let is_page = request.method() == Method::GET && !path.starts_with("/api/");
    let mut fresh = None;
    // Where a token is shown it alone counts: a cookie beside it makes nobody of anybody.
    let caller = match token::shown(request.headers()) {
        Some(_) if !token::is_taken(&request) => return told(&AppError::NotForToken),
        Some(shown) => match token::caller(&edges, shown, &token::peer(&edges, &request)).await {
            Ok(caller) => Some(caller),
            Err(refused) => return refused,
        },
        None if token::is_alone(&request) => return token::unknown(),
        None => match cookies::session(request.headers(), edges.https()) {
            Some(cookie) => {
                let live = person(&edges, &cookie, &id).await;
                // Not with the server functions: a page asks several at once, and all but one would come with the dead secret.
                if is_page && live.as_ref().is_some_and(|live| live.renew) {
                    fresh = rotated(&edges, &cookie, &id).await;
                }
                if let Some(live) = live.as_ref().filter(|_| is_page) {
                    remember(&edges, live, locale(request.headers())).await;
                }
                live.map(|live| live.caller)
            }
            None => None,
        },
    };
    if let Some(refused) = caller.as_ref().and_then(|caller| account::refusal(&request, caller)) {
        return refused;
    }
    if caller.is_none() && token::is_taken(&request) && request.headers().contains_key(header::AUTHORIZATION) {
        return token::unknown();
    }
    if caller.is_none() && is_page && !is_public(&request) {
        let asked = request.uri().path_and_query().map_or("/", |it| it.as_str());
        return Redirect::to(&with_next("/sign-in", asked)).into_response();
    }
    let waiting = match caller.as_ref().filter(|_| is_page) {
        Some(caller) => notices::waiting(&edges.domain, caller).await.unwrap_or_default(),
        None => Waiting::default(),
    };
    let visit = Visit {
        waiting,
        visitor: caller.as_ref().and_then(|caller| caller.visitor()).cloned(),
        locale: locale(request.headers()),
        theme: cookies::get(request.headers(), "theme").and_then(|key| Theme::from_key(&key)).unwrap_or_default(),
        keys: cookies::get(request.headers(), "keys").is_none_or(|keys| keys != "off"),
        made: cookies::made(request.headers()),
        link: cookies::link(request.headers()).map(|link| MadeLink {
            address: format!("{}/sign-in?link={link}", edges.origin),
            mailed: edges.domain.mail.is_some(),
        }),
        now: edges.domain.clock.now(),
    };
    let (person, route) = (caller.clone(), route(&request));
    let (made, link) = (visit.made.is_some(), visit.link.is_some());
    request.extensions_mut().insert(Asker { caller, visit, request: id.clone() });
    let mut response = next.run(request).await;
    if let Some(person) = person.filter(|_| response.status() == StatusCode::FORBIDDEN)
        && let Err(error) = access::record_refusal(&edges.domain, &person, &route).await
    {
        tracing::error!(request = id, %error, "a refusal could not be recorded");
    }
    // An answer that begins or ends a session has the last word.
    if let Some(cookie) = fresh.filter(|_| !response.headers().contains_key(header::SET_COOKIE)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    if let Some(shown) = link.then(|| cookies::set_link(edges.https(), "")).flatten() {
        response.headers_mut().append(header::SET_COOKIE, shown);
    }
    if let Some(shown) = made.then(|| cookies::set_made(edges.https(), "")).flatten() {
        response.headers_mut().append(header::SET_COOKIE, shown);
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// What a request asks for, as the routes are written.
fn route(request: &Request) -> String {
    let path = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    format!("{} {path}", request.method())
}

/// Letters are written in the language in which a person last used the pages.
async fn remember(edges: &Edges, live: &session::Live, locale: Locale) {
    let Some(person) = live.caller.id().filter(|_| live.locale.as_deref() != Some(locale.tag())) else { return };
    if let Err(error) = session::speaks(&edges.domain, person, locale.tag()).await {
        tracing::warn!(%error, "a person's language could not be remembered");
    }
}

/// The cookie with the session's new secret.
async fn rotated(edges: &Edges, token: &str, request: &str) -> Option<HeaderValue> {
    match session::rotate(&edges.domain, token).await {
        Ok(fresh) => cookies::set_session(edges.https(), Some(fresh?.text())),
        Err(error) => {
            tracing::error!(request, %error, "session could not be renewed");
            None
        }
    }
}

/// The session that the browser's cookie names.
async fn person(edges: &Edges, cookie: &str, id: &str) -> Option<Live> {
    session::live(&edges.domain, cookie).await.unwrap_or_else(|error| {
        tracing::error!(request = id, %error, "session could not be read");
        None
    })
}

/// As chosen, else as the browser says.
fn locale(headers: &HeaderMap) -> Locale {
    let chosen = cookies::get(headers, "locale").and_then(|tag| Locale::from_str(&tag).ok());
    let accepted = || Locale::accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    chosen.or_else(accepted).unwrap_or_default()
}
