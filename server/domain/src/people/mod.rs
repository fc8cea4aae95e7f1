//! The people of an account and their roles.

mod add;
mod bulk;
pub(crate) mod change;
mod detail;
mod expire;
mod export;
mod grants;
mod invite;
mod join;
mod later;
mod list;
mod name;
mod recover;
mod remind;
mod stand;
mod still;
#[cfg(test)]
mod tests;
mod update;
mod who;

pub use add::{Added, NewPerson, add};
pub use bulk::{bulk, preview};
pub use change::Via;
pub use detail::detail;
pub use expire::expire_due;
pub use export::{Words, export, export_who};
pub use grants::own;
pub use invite::{Invitation, invite, link};
pub(crate) use later::later;
pub use list::list;
pub(crate) use list::roles;
pub use name::rename;
pub use recover::{by_email, recover};
pub(crate) use remind::remind_due;
pub use stand::stand;
pub(crate) use still::still_may;
pub use update::{RoleUpdate, update_roles};
pub use who::who;
