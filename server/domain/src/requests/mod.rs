//! Requests for a role: asked by a colleague, decided by an MPN partner admin.

mod ask;
mod decide;
mod found;
mod lapse;
mod list;
#[cfg(test)]
mod tests;
mod withdraw;

pub use ask::{MOST_A_DAY, ask};
pub use decide::decide;
pub(crate) use lapse::lapse;
pub use list::{latest, list, mine};
pub use withdraw::withdraw;
