//! The browser entry. The page's script calls [`hydrate`] once the module is loaded.

/// Attaches the application to the server's HTML.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_lazy(app::App);
}
