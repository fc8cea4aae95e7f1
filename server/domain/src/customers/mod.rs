//! One customer in full.

mod detail;
mod overrides;
#[cfg(test)]
mod tests;

pub use detail::detail;
pub use overrides::set_overrides;
