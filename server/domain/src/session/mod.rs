//! Signing in, and the session that follows.

mod begin;
mod end;
mod limit;
mod link;
mod list;
mod live;
#[cfg(test)]
mod tests;

pub use begin::SignedIn;
pub(crate) use begin::{Proof, begin};
pub(crate) use end::end_all;
pub use end::{end_of, end_others, end_own};
pub(crate) use link::make_in;
pub use link::{LINK_MINUTES, LinkHolder, holder, make, sign_in};
pub use list::{of, own};
pub use live::{FRESH_MINUTES, caller, sign_out};

/// What is known of the browser that a session belongs to; shown to its person, who can so tell their sessions apart.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// The network address it came from.
    pub ip: String,
    /// What it says it is, cut to 200 characters.
    pub agent: String,
}
