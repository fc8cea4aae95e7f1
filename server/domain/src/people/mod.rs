//! The people of an account and their roles.

mod add;
pub(crate) mod change;
mod detail;
mod expire;
mod join;
mod list;
mod stand;
#[cfg(test)]
mod tests;
mod update;

pub use add::{Added, NewPerson, add};
pub use change::Via;
pub use detail::detail;
pub use expire::expire_due;
pub use list::list;
pub(crate) use list::roles;
pub use stand::stand;
pub use update::{RoleUpdate, update_roles};
