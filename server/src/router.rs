//! Which address is answered by what.

use crate::{
    layer::headers::{Https, headers},
    site::SiteFolder,
};
use axum::{Router, http::request::Parts, middleware, routing::get};
use leptos::{
    config::LeptosOptions,
    nonce::Nonce,
    prelude::{provide_context, use_context},
};
use leptos_axum::{LeptosRoutes, generate_route_list};
use std::time::SystemTime;
use tower_http::compression::CompressionLayer;

/// Everything this server answers.
///
/// `reload` is for development: pages reload themselves when the server was started anew.
///
/// # Errors
/// When the site's files cannot be listed.
pub(crate) fn router(site: &SiteFolder, https: Https, reload: bool) -> std::io::Result<Router> {
    let (addresses, preload) = (site.site(reload), site.preload());
    let context = move || {
        provide_context(addresses.clone());
        provide_context(preload.clone());
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
    let mut router = pages.merge(site.routes()?);
    if reload {
        let started = format!("{:?}", SystemTime::now());
        router = router.route("/dev/started", get(move || async move { started }));
    }
    Ok(router.layer(middleware::from_fn_with_state(https, headers)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        body::Body,
        http::{HeaderMap, Request, StatusCode, header},
    };
    use http_body_util::BodyExt;
    use std::{error::Error, fs};
    use tower::ServiceExt;

    const MANIFEST: &str = r#"{ "folder": "f00d", "script": "seatscope.js", "module": "seatscope.wasm",
        "style": "seatscope.css", "loader": "split.js", "preload": {} }"#;

    /// Asks a server with a made-up site.
    async fn get(path: &str) -> Result<(StatusCode, HeaderMap, String), Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        fs::create_dir_all(folder.path().join("pkg/f00d"))?;
        fs::write(folder.path().join("pkg/manifest.json"), MANIFEST)?;
        fs::write(folder.path().join("pkg/f00d/seatscope.js"), "script")?;
        fs::write(folder.path().join("pkg/f00d/seatscope.js.br"), "compressed")?;
        fs::write(folder.path().join("robots.txt"), "robots")?;
        let router = router(&SiteFolder::find(Some(folder.path()))?, Https(false), false)?;
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "br").body(Body::empty())?;
        let (parts, body) = router.oneshot(request).await?.into_parts();
        let body = String::from_utf8_lossy(&body.collect().await?.to_bytes()).into_owned();
        Ok((parts.status, parts.headers, body))
    }

    #[tokio::test]
    async fn built_files_are_compressed_and_kept() -> Result<(), Box<dyn Error>> {
        let (status, headers, body) = get("/pkg/f00d/seatscope.js").await?;
        assert_eq!((status, body.as_str()), (StatusCode::OK, "compressed"));
        assert_eq!(headers[header::CONTENT_ENCODING], "br");
        assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        Ok(())
    }

    #[tokio::test]
    async fn a_missing_built_file_is_not_kept() -> Result<(), Box<dyn Error>> {
        let (status, headers, _) = get("/pkg/f00d/gone.wasm").await?;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(headers[header::CACHE_CONTROL], "private, no-store");
        Ok(())
    }

    #[tokio::test]
    async fn public_files_are_kept_for_an_hour() -> Result<(), Box<dyn Error>> {
        let (status, headers, body) = get("/robots.txt").await?;
        assert_eq!((status, body.as_str()), (StatusCode::OK, "robots"));
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=3600");
        Ok(())
    }

    #[tokio::test]
    async fn an_unknown_address_is_not_found() -> Result<(), Box<dyn Error>> {
        assert_eq!(get("/nowhere").await?.0, StatusCode::NOT_FOUND);
        Ok(())
    }
}
