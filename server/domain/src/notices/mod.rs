//! Notices: what happened while a person looked elsewhere.

mod list;
mod put;
mod roles;
mod see;
#[cfg(test)]
mod tests;
mod waiting;

pub use list::list;
pub(crate) use put::{put, tell_admins};
pub(crate) use roles::roles_changed;
pub use see::see;
pub use waiting::waiting;
