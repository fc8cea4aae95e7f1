//! Cookies: the session's, and the preferences.

use crate::layer::headers::Https;
use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};
use domain::oidc::CEREMONY_MINUTES;
use model::MadeToken;

/// With https the browser itself makes sure that the cookie is this host's own and never travels in the clear.
const fn name(https: Https) -> &'static str {
    if https.0 { "__Host-seatscope" } else { "seatscope" }
}

const MADE: &str = "made";

const LINK: &str = "link";

/// The value of a cookie.
pub(crate) fn get(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut found = all.flat_map(Cookie::split_parse).flatten().filter(|cookie| cookie.name() == wanted);
    found.next().map(|cookie| cookie.value().to_owned())
}

/// The session's secret.
pub(crate) fn session(headers: &HeaderMap, https: Https) -> Option<String> {
    get(headers, name(https))
}

/// Begins a session in the browser, or ends it.
pub(crate) fn set_session(https: Https, token: Option<&str>) -> Option<HeaderValue> {
    // The server knows when a session ends; the cookie only has to outlive the longest that an account may set.
    let age = token.map_or(Duration::ZERO, |_| Duration::days(7));
    let cookie = Cookie::build((name(https), token.unwrap_or_default().to_owned())).http_only(true).max_age(age);
    value(cookie, https)
}

const fn exchange_name(https: Https) -> &'static str {
    if https.0 { "__Host-seatscope-exchange" } else { "seatscope-exchange" }
}

/// The secret of an exchange under way: with a passkey, with an authenticator app.
pub(crate) fn exchange(headers: &HeaderMap, https: Https) -> Option<String> {
    get(headers, exchange_name(https))
}

/// Binds an exchange to the browser. The server knows when it ends.
pub(crate) fn set_exchange(https: Https, token: &str) -> Option<HeaderValue> {
    let cookie = Cookie::build((exchange_name(https), token.to_owned())).http_only(true);
    value(cookie.max_age(Duration::minutes(30)), https)
}

const fn provider_name(https: Https) -> &'static str {
    if https.0 { "__Host-seatscope-provider" } else { "seatscope-provider" }
}

/// The secret of a sign-in under way at the identity provider.
pub(crate) fn provider(headers: &HeaderMap, https: Https) -> Option<String> {
    get(headers, provider_name(https))
}

/// Binds such a sign-in to the browser, or forgets it.
pub(crate) fn set_provider(https: Https, token: Option<&str>) -> Option<HeaderValue> {
    let age = token.map_or(Duration::ZERO, |_| Duration::minutes(CEREMONY_MINUTES));
    let cookie = Cookie::build((provider_name(https), token.unwrap_or_default().to_owned())).http_only(true);
    value(cookie.max_age(age), https)
}

/// Keeps a preference for a year.
pub(crate) fn set_preference(https: Https, name: &'static str, choice: &str) -> Option<HeaderValue> {
    value(Cookie::build((name, choice.to_owned())).max_age(Duration::days(365)), https)
}

/// Hands a new API token to the page that shows it, and to nothing else; without one takes it back.
pub(crate) fn set_made(https: Https, made: &str) -> Option<HeaderValue> {
    once(https, MADE, "/settings/tokens", made)
}

/// The API token that [`set_made`] handed over.
pub(crate) fn made(headers: &HeaderMap) -> Option<MadeToken> {
    let made = get(headers, MADE)?;
    let (id, token) = made.split_once('.')?;
    Some(MadeToken { id: id.parse().ok()?, token: token.to_owned() })
}

/// Hands the secret of a person's link to User management, and to nothing else; without one takes it back.
pub(crate) fn set_link(https: Https, link: &str) -> Option<HeaderValue> {
    once(https, LINK, "/users", link)
}

/// The secret that [`set_link`] handed over.
pub(crate) fn link(headers: &HeaderMap) -> Option<String> {
    get(headers, LINK).filter(|link| !link.is_empty() && link.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn once(https: Https, name: &'static str, path: &'static str, secret: &str) -> Option<HeaderValue> {
    let age = if secret.is_empty() { Duration::ZERO } else { Duration::minutes(1) };
    let cookie = Cookie::build((name, secret.to_owned())).http_only(true).max_age(age);
    let cookie = cookie.path(path).same_site(SameSite::Strict).secure(https.0).build();
    HeaderValue::from_str(&cookie.to_string()).ok()
}

fn value(cookie: cookie::CookieBuilder<'_>, https: Https) -> Option<HeaderValue> {
    let cookie = cookie.path("/").same_site(SameSite::Lax).secure(https.0).build();
    HeaderValue::from_str(&cookie.to_string()).ok()
}
