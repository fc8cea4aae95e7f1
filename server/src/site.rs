//! The built browser side: found once at the start, served from files.

use app::Site;
use axum::{Router, extract::Request, middleware, middleware::Next, response::Response};
use serde::Deserialize;
use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_http::services::{ServeDir, ServeFile};

/// The folder that `cargo run -p bundle` writes, with its manifest read.
#[derive(Clone)]
pub(crate) struct SiteFolder {
    path: PathBuf,
    manifest: Manifest,
}

/// `pkg/manifest.json`.
#[derive(Clone, Deserialize)]
struct Manifest {
    folder: String,
    script: String,
    module: String,
    style: String,
    areas: HashMap<String, Vec<String>>,
}

impl SiteFolder {
    /// The folder asked for; else `site` beside the program; else what a build in this repository left in `target`.
    ///
    /// # Errors
    /// When there is none, or its manifest cannot be read.
    pub(crate) fn find(asked: Option<&Path>) -> io::Result<Self> {
        let beside = std::env::current_exe()?.parent().map(|folder| folder.join("site"));
        let built = if cfg!(debug_assertions) { "target/site-debug" } else { "target/site" };
        let places = match asked {
            Some(path) => vec![path.to_owned()],
            None => beside.into_iter().chain([PathBuf::from(built)]).collect(),
        };
        let path = places.iter().find(|place| place.join("pkg/manifest.json").is_file()).ok_or_else(|| {
            let tried = places.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", ");
            let release = if cfg!(debug_assertions) { "" } else { " -- --release" };
            io::Error::new(
                io::ErrorKind::NotFound,
                format!(
                    "no built site in {tried}; build one with `cargo run -p bundle{release}` or name it with --site"
                ),
            )
        })?;
        let manifest = serde_json::from_slice(&fs::read(path.join("pkg/manifest.json"))?)?;
        Ok(Self { path: path.clone(), manifest })
    }

    /// The addresses that the document needs.
    pub(crate) fn site(&self, reload: bool) -> Site {
        let Manifest { folder, script, module, style, areas } = &self.manifest;
        let at = |file: &str| format!("/pkg/{folder}/{file}");
        let modules = |names: &Vec<String>| names.iter().map(|name| at(&format!("{name}.wasm"))).collect();
        let areas = areas.iter().map(|(area, names)| (area.clone(), modules(names))).collect();
        Site { script: at(script), module: at(module), style: at(style), areas: Arc::new(areas), reload }
    }

    /// Routes to all files: the built ones for ever, since their folder is named after their contents; the others
    /// for an hour.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub(crate) fn routes(&self) -> io::Result<Router> {
        let folder = &self.manifest.folder;
        let built = ServeDir::new(self.path.join("pkg").join(folder)).precompressed_br().precompressed_gzip();
        let built = Router::new()
            .nest_service(&format!("/pkg/{folder}"), built)
            .layer(middleware::from_fn(|request, next| cached("public, max-age=31536000, immutable", request, next)));
        let mut public = Router::new();
        for entry in fs::read_dir(&self.path)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file()) else {
                continue;
            };
            if !has_end(name, "br") && !has_end(name, "gz") {
                let file = ServeFile::new(&path).precompressed_br().precompressed_gzip();
                public = public.route_service(&format!("/{name}"), file);
            }
        }
        let public = public.layer(middleware::from_fn(|request, next| cached("public, max-age=3600", request, next)));
        Ok(built.merge(public))
    }
}

fn has_end(name: &str, end: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == end)
}

/// Says how long a found file may be kept. `Vary`, because it is sent as the browser can decompress it.
async fn cached(keep: &'static str, request: Request, next: Next) -> Response {
    use axum::http::header::{CACHE_CONTROL, HeaderValue, VARY};
    let mut response = next.run(request).await;
    if !response.status().is_client_error() && !response.status().is_server_error() {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}
