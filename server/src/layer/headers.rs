//! The headers that every response carries.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use leptos::nonce::Nonce;

/// Headers that are the same for every response.
const FIXED: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Whether browsers reach this server over https, perhaps through a proxy.
#[derive(Clone, Copy)]
pub(crate) struct Https(pub(crate) bool);

/// Makes the request's [`Nonce`] (in its extensions, for the document) and adds the headers.
pub(crate) async fn headers(State(Https(https)): State<Https>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    add(response.headers_mut(), &nonce, https);
    response
}

fn add(headers: &mut HeaderMap, nonce: &Nonce, https: bool) {
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // A nonce is letters, digits, `-` and `_`: it always makes a valid value.
    if let Ok(policy) = HeaderValue::from_str(&content_policy(nonce)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if https {
        let two_years = HeaderValue::from_static("max-age=63072000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    // Whoever knows that an answer may be kept says so; all others hold somebody's data.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
}

fn content_policy(nonce: &Nonce) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strict_transport_only_over_https() {
        for https in [false, true] {
            let mut headers = HeaderMap::new();
            add(&mut headers, &Nonce::new(), https);
            assert_eq!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY), https);
        }
    }

    #[test]
    fn what_may_be_kept_stays_so() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
        add(&mut headers, &Nonce::new(), false);
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=3600");
    }

    #[test]
    fn the_policy_names_the_nonce() {
        let mut headers = HeaderMap::new();
        add(&mut headers, &Nonce::from_value("abc"), false);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("script-src 'nonce-abc' 'strict-dynamic'"), "{policy}");
    }
}
