//! What is known of the browser that asks: where it is, and what it says it is.

use crate::router::Edges;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use domain::session::Browser;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// The browser that sent the request.
pub(super) struct AskedBy(pub(super) Browser);

impl FromRequestParts<Edges> for AskedBy {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, edges: &Edges) -> Result<Self, StatusCode> {
        let peer: &ConnectInfo<SocketAddr> = parts.extensions.get().ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
        let ip = address(peer.0.ip(), &parts.headers, &edges.proxies).to_string();
        let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        Ok(Self(Browser { ip, agent: agent.chars().take(200).collect() }))
    }
}

/// The nearest address that is no trusted proxy's: from whoever connected back along the way that the proxies wrote down.
/// What stands further left anybody may have written.
fn address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut nearest = peer.to_canonical();
    let named = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let way: Vec<&str> = named.flat_map(|list| list.split(',')).map(str::trim).collect();
    for hop in way.into_iter().rev() {
        let Some(before) = parse(hop).filter(|_| trusted.iter().any(|net| net.contains(&nearest))) else { break };
        nearest = before.to_canonical();
    }
    nearest
}

/// An address, which some proxies write with a port.
fn parse(hop: &str) -> Option<IpAddr> {
    hop.parse().or_else(|_| hop.parse().map(|address: SocketAddr| address.ip())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn seen(peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_str(value).unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        address(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn without_a_trusted_proxy_nothing_but_the_connection_counts() {
        assert_eq!(seen("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(seen("::ffff:203.0.113.9", &[]), "203.0.113.9");
    }

    #[test]
    fn behind_trusted_proxies_it_is_the_nearest_address_that_is_none_of_theirs() {
        assert_eq!(seen("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(seen("10.0.0.1", &["198.51.100.66, 198.51.100.1"]), "198.51.100.1", "the first one is made up");
        assert_eq!(seen("10.0.0.1", &["198.51.100.66", "198.51.100.1, 10.9.9.9"]), "198.51.100.1", "two proxies");
        assert_eq!(seen("fd00::1", &["[2001:db8::7]:4711"]), "2001:db8::7");
        assert_eq!(seen("::ffff:10.0.0.1", &["198.51.100.1:80"]), "198.51.100.1");
    }

    #[test]
    fn what_is_no_address_is_not_believed() {
        assert_eq!(seen("10.0.0.1", &["198.51.100.1, unknown"]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &[""]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.7"]), "10.0.0.7", "a proxy asks by itself");
    }
}
