//! Parts that pages are made of.

mod not_found;
mod ready;

pub use not_found::NotFound;
pub use ready::mark_ready;
