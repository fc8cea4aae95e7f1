//! Who may do what: the caller, the proof, the refusal.

mod admins;
mod caller;
mod refusals;
mod scope;

pub use admins::names;
pub(crate) use admins::{acting, acting_ids};
pub(crate) use caller::{Bearer, Maker};
pub use caller::{Caller, Denied};
pub(crate) use refusals::Refusals;
pub use refusals::record_refusal;
pub use scope::Scope;
