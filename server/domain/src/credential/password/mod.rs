//! Passwords: what they must be, and how they are kept.

mod common;
mod hash;
mod policy;

pub(crate) use hash::Hasher;
