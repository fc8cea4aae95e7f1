//! Signing in, and the session that follows.

mod begin;
mod confirm;
mod end;
mod enter;
mod forgotten;
mod limit;
mod link;
mod list;
mod live;
mod renew;
mod rotate;
mod speaks;
#[cfg(test)]
mod tests;
mod write;

pub use begin::SignedIn;
pub(crate) use begin::{Proof, begin};
pub use confirm::{confirm_by_passkey, confirm_by_password, enrol_app, enrol_passkey, second_by_code};
pub(crate) use end::end_all;
pub use end::{end_of, end_others, end_own};
pub(crate) use enter::last_account;
pub use enter::{by_passkey, by_password};
pub(crate) use forgotten::answer_forgotten;
pub use forgotten::forgotten;
pub use link::{INVITATION_MINUTES, LINK_MINUTES, LinkHolder, holder, make, sign_in};
pub(crate) use link::{LinkKind, make_for, make_in, use_link};
pub use list::{of, own};
pub use live::{FRESH_MINUTES, Live, caller, live, sign_out};
pub(crate) use renew::renew;
pub(crate) use rotate::renew_on_next;
pub use rotate::rotate;
pub use speaks::speaks;
pub(crate) use write::make_and_write;

/// What is known of the browser that a session belongs to; shown to its person, who can so tell their sessions apart.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// The network address it came from.
    pub ip: String,
    /// What it says it is, cut to 200 characters.
    pub agent: String,
}
