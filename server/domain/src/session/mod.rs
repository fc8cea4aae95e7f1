//! Signing in by a one-time link, and the session that follows.

mod link;
mod live;
#[cfg(test)]
mod tests;

pub(crate) use link::make_in;
pub use link::{LINK_MINUTES, LinkHolder, SignedIn, holder, make, sign_in};
pub use live::{IDLE_MINUTES, caller, sign_out};

/// How long a session lasts at most, in hours.
pub const SESSION_HOURS: i64 = 12;
