//! Passwords: what they must be, how they are kept, and signing in by one.

mod check;
mod common;
mod hash;
mod policy;
mod set;
#[cfg(test)]
mod tests;

pub use check::check;
pub(crate) use hash::Hasher;
pub use policy::Plain;
pub(super) use policy::TOO_SHORT;
pub use set::{remove, set};
