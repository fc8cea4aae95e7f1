//! Signing in, and the session that follows.

mod begin;
mod end;
mod limit;
mod link;
mod list;
mod live;
mod rotate;
#[cfg(test)]
mod tests;

pub use begin::SignedIn;
pub(crate) use begin::{Proof, begin};
pub(crate) use end::end_all;
pub use end::{end_of, end_others, end_own};
pub use link::{INVITATION_MINUTES, LINK_MINUTES, LinkHolder, holder, make, sign_in};
pub(crate) use link::{LinkKind, make_for, make_in};
pub use list::{of, own};
pub use live::{FRESH_MINUTES, Live, caller, live, sign_out};
pub(crate) use rotate::renew_on_next;
pub use rotate::rotate;

/// What is known of the browser that a session belongs to; shown to its person, who can so tell their sessions apart.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// The network address it came from.
    pub ip: String,
    /// What it says it is, cut to 200 characters.
    pub agent: String,
}
