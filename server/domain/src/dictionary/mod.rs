//! The account's dictionaries: from the vendor's spellings to the small ids that fact rows hold, and back.

mod read;
mod write;

pub(crate) use read::{Dictionaries, Dictionary};
pub(crate) use write::{put_customers, put_terms};

/// The key of a term: what makes two spellings one. Surrounding blanks and case do not matter.
pub(crate) fn fold(label: &str) -> String {
    label.trim().to_lowercase()
}
