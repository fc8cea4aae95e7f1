//! Partner accounts: made by the operator, found by MPN id, set up by their MPN partner admins.

mod add;
mod find;
mod set_programs;
mod settings;
mod switch;
#[cfg(test)]
mod tests;

pub use add::{NewAccount, add};
pub(crate) use find::programs;
pub use find::{Account, by_mpn_id, list};
pub use set_programs::set_programs;
pub use settings::{change, settings};
pub(crate) use switch::others;
pub use switch::switch;
