//! The mark by which a test sees that a page can be used.

use leptos::prelude::*;

/// Sets `<body data-ready="page">` once the page is alive. Call it in each page's own view, not in
/// [`App`](crate::App): there it would fire before a lazy page's listeners are attached.
pub fn mark_ready(page: &'static str) {
    Effect::new(move || {
        if let Some(body) = document().body() {
            let _ = body.dataset().set("ready", page);
        }
    });
}
