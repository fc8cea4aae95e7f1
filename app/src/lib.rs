//! Everything a person sees. Rendered on the server (feature `ssr`), made alive in the browser (feature `hydrate`).
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the component and server macros repeat `pub` on functions that they hide")]

mod activity;
mod areas;
mod audit;
mod azure;
#[cfg(feature = "ssr")]
pub mod briefing;
pub mod chart;
mod customers;
mod error;
mod find;
mod frame;
mod imports;
mod insight;
mod landing;
mod licenses;
mod loaded;
mod me;
mod notices;
mod people;
#[cfg(feature = "ssr")]
pub mod plain;
#[cfg(feature = "ssr")]
pub mod request;
mod requests;
mod reviews;
mod routes;
mod settings;
mod shell;
pub mod text;
mod typed;
pub mod ui;
mod views;
mod visit;

pub use routes::App;
pub use settings::failed_code;
pub use shell::{Site, shell};
pub use visit::{Theme, Visit};
