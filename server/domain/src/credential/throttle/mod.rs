//! How often somebody may be wrong.
//!
//! Failures in a row are counted by e-mail address, whether or not anybody has it, and by network. After a few the next try
//! counts only after a wait that doubles with each failure; after forty nothing but a link helps. Nobody is
//! locked out of where they work by that: a network from which a person has signed in before has a count of its own, small,
//! and passes while that holds. Every try is counted as a failure before its password is looked at, so that many at once get
//! no more tries than one after another; being right takes it back.
//!
//! Letters with a link, for who has forgotten their password, are counted likewise, apart from failures.
//!
//! Addresses are kept as keyed hashes: the table tells nobody who tried, or from where.

mod count;
mod letters;
mod network;
mod rule;
#[cfg(test)]
mod tests;

pub(crate) use count::forgive;
pub(super) use count::{Tries, code_failed, code_right};
pub(crate) use letters::letter_asked;
