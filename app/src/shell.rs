//! The HTML document around the application.

use crate::{App, text::text, visit::from_request};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use std::{collections::HashMap, sync::Arc};

/// Addresses of the built files. The server reads them once from the bundle's manifest and provides them as context.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The glue script, as `/pkg/<hash>/seatscope.js`.
    pub script: String,
    /// The WebAssembly module.
    pub module: String,
    /// The style sheet.
    pub style: String,
    /// By lazy area, the modules that its pages need.
    pub areas: Arc<HashMap<String, Vec<String>>>,
    /// In development: reload the page when the server was started anew.
    pub reload: bool,
}

/// The document. Rendered on the server only; hydration begins inside `<body>`.
#[must_use]
pub fn shell() -> impl IntoView {
    let site = use_context::<Site>().unwrap_or_default();
    let visit = from_request();
    let text = text(visit.locale);
    let reload = site.reload.then(|| view! { <script nonce=use_nonce()>{RELOAD}</script> });
    view! {
        <!DOCTYPE html>
        <html lang=visit.locale.tag() data-theme=visit.theme.key()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <link rel="stylesheet" href=site.style />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <script nonce=use_nonce() data-script=site.script data-module=site.module>{START}</script>
                <script nonce=use_nonce()>{STALE}</script>
                <script type="module" src="/share.js" nonce=use_nonce()></script>
                {reload}
                <MetaTags />
            </head>
            <body>
                <App />
                <div class="banner" id="stale" role="status" hidden>
                    {text.errors.reload_why} " " <a href="">{text.errors.reload}</a>
                </div>
            </body>
        </html>
    }
}

/// Names the modules of an area in the document's head, for [`START`] to fetch.
#[cfg(feature = "ssr")]
pub(crate) fn name_modules(area: &str) {
    let modules = use_context::<Site>().and_then(|site| Some(site.areas.get(area)?.join(" ")));
    if let Some(content) = modules {
        // Rendering it registers it with the head.
        let _ = view! { <leptos_meta::Meta name="modules" content /> }.to_html();
    }
}

/// Starts the application when somebody acts, or a while after the page was shown.
const START: &str = include_str!("start.js");

/// A part of the page that cannot be fetched any more, because the server was renewed since: offer to load the page anew.
const STALE: &str = "
for (const failed of ['unhandledrejection', 'error']) {
    addEventListener(failed, () => document.getElementById('stale')?.removeAttribute('hidden'));
}
";

/// Asks when the server started, once a second, and reloads when the answer changes.
const RELOAD: &str = "
let started;
setInterval(async () => {
    try {
        const now = await (await fetch('/dev/started')).text();
        if (started && started !== now) location.reload();
        started = now;
    } catch { /* the server is being built */ }
}, 1000);
";
