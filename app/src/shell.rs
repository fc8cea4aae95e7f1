//! The HTML document around the application.

use crate::{App, text::text, visit::from_request};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

/// Addresses of the built files. The server reads them once from the bundle's manifest and provides them as context.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The glue script, as `/pkg/<hash>/seatscope.js`.
    pub script: String,
    /// The WebAssembly module.
    pub module: String,
    /// The style sheet.
    pub style: String,
    /// In development: reload the page when the server was started anew.
    pub reload: bool,
}

/// The document. Rendered on the server only; hydration begins inside `<body>`.
#[must_use]
pub fn shell() -> impl IntoView {
    let site = use_context::<Site>().unwrap_or_default();
    let visit = from_request();
    let text = text(visit.locale);
    let start = format!(
        "import init, {{ hydrate }} from '{}';\nawait init({{ module_or_path: '{}' }});\nhydrate();",
        site.script, site.module
    );
    let reload = site.reload.then(|| view! { <script nonce=use_nonce()>{RELOAD}</script> });
    view! {
        <!DOCTYPE html>
        <html lang=visit.locale.tag() data-theme=visit.theme.key()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <link rel="stylesheet" href=site.style />
                <link rel="modulepreload" href=site.script nonce=use_nonce() />
                <link rel="preload" href=site.module r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <script type="module" nonce=use_nonce()>
                    {start}
                </script>
                <script nonce=use_nonce()>{STALE}</script>
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
