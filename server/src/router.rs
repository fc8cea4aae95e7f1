//! Which address is answered by what.

use crate::{
    edge::edges,
    first_run::FirstRun,
    layer::{
        account::made_for,
        gate::{Gate, gate},
        headers::{Https, headers},
        problem::problem,
        session::session,
    },
    paper::Fonts,
    site::SiteFolder,
};
use axum::{Router, extract::FromRef, http::request::Parts, middleware, routing::get};
use domain::{Domain, credential::passkey::Site};
use ipnet::IpNet;
use leptos::{
    config::LeptosOptions,
    nonce::Nonce,
    prelude::{provide_context, use_context},
};
use leptos_axum::{LeptosRoutes, generate_route_list};
use model::AccountId;
use std::{sync::Arc, time::SystemTime};
use tower::Layer;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// What requests are answered with.
#[derive(Clone)]
pub(crate) struct Edges {
    /// Data and rules.
    pub(crate) domain: Domain,
    /// The address that browsers use, as `https://seats.example.com`.
    pub(crate) origin: String,
    /// Whose word on where a request came from is believed.
    pub(crate) proxies: Arc<[IpNet]>,
    /// The style sheet's address.
    pub(crate) style: String,
    /// The way into an installation that nobody is in yet.
    pub(crate) first_run: Option<FirstRun>,
    /// The demo's open door.
    pub(crate) demo: Option<Demo>,
    /// The fonts of papers.
    pub(crate) fonts: Fonts,
    /// For development: pages reload themselves when the server was started anew.
    pub(crate) reload: bool,
}

/// Who comes in by the address that the demo prints.
#[derive(Clone, Debug)]
pub(crate) struct Demo {
    /// The secret in the address.
    pub(crate) key: String,
    /// The demo account.
    pub(crate) account: AccountId,
    /// Its partner admin.
    pub(crate) email: &'static str,
}

impl Edges {
    /// Whether browsers reach this server over https, perhaps through a proxy.
    pub(crate) fn https(&self) -> Https {
        Https(self.origin.starts_with("https://"))
    }

    /// The site that passkeys are made for; nothing when browsers have none for its address.
    pub(crate) fn passkeys(&self) -> Option<Site> {
        Site::new(&self.origin)
    }
}

impl FromRef<Edges> for Domain {
    fn from_ref(edges: &Edges) -> Self {
        edges.domain.clone()
    }
}

/// Everything this server answers.
///
/// # Errors
/// When the site's files cannot be listed.
pub(crate) fn router(site: &SiteFolder, edges_of: &Edges) -> std::io::Result<Router> {
    let (addresses, domain) = (site.site(edges_of.reload), edges_of.domain.clone());
    let context = move || {
        provide_context(domain.clone());
        provide_context(addresses.clone());
        // leptos_axum has made a nonce of its own; the one in the header counts.
        if let Some(nonce) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Nonce>().cloned()) {
            provide_context(nonce);
        }
    };
    let options = LeptosOptions::builder().output_name("seatscope").build();
    let pages = Router::new()
        .leptos_routes_with_context(&options, generate_route_list(app::App), context.clone(), app::shell)
        .fallback(leptos_axum::render_app_async_with_context(context, app::shell))
        .with_state(options)
        .layer(CompressionLayer::new());
    let mut plain = Router::new();
    for edge in edges() {
        plain = plain.route(edge.path, edge.handler);
    }
    let answered = plain.with_state(edges_of.clone()).merge(pages);
    let asked = answered.layer(middleware::from_fn_with_state(edges_of.clone(), session));
    let mut router = asked.merge(site.routes()?);
    if edges_of.reload {
        let started = format!("{:?}", SystemTime::now());
        router = router.route("/dev/started", get(move || async move { started }));
    }
    let gate_of = Gate::new(&edges_of.origin);
    // Around the router, not inside: an address is changed before it is routed.
    let whole = middleware::map_request(made_for).layer(router);
    Ok(Router::new()
        .fallback_service(whole)
        .layer(middleware::from_fn_with_state(gate_of, gate))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(problem))
        .layer(middleware::from_fn_with_state(edges_of.https(), headers)))
}

#[cfg(test)]
mod tests;
