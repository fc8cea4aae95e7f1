//! The people of an account and their roles.

mod add;
mod detail;
mod list;
#[cfg(test)]
mod tests;
mod update;

pub use add::{Added, NewPerson, add};
pub use detail::detail;
pub use list::list;
pub(crate) use list::roles;
pub use update::{RoleUpdate, update_roles};
