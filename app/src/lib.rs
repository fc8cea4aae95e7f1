//! Everything a person sees. Rendered on the server (feature `ssr`), made alive in the browser (feature `hydrate`).
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the component macro repeats `pub` on functions that it hides")]

mod landing;
mod method;
mod routes;
mod shell;
pub mod ui;

pub use routes::App;
pub use shell::{Site, shell};
