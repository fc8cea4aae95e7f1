//! Partner accounts: made by the operator, found by MPN id.

mod add;
mod find;

pub use add::{NewAccount, add};
pub(crate) use find::programs;
pub use find::{Account, by_mpn_id, list};
