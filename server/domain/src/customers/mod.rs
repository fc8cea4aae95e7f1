//! One customer in full.

mod detail;

pub use detail::detail;
