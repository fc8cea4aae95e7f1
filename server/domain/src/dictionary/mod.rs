//! The account's dictionaries: from the vendor's spellings to the small ids that fact rows hold, and back.

mod read;
mod write;

pub(crate) use read::{Customer, Dictionaries, Dictionary, subscription_id, subscriptions};
pub(crate) use write::{put_customers, put_terms};

use crate::db::DbError;

/// The key of a term: what makes two spellings one. Surrounding blanks and case do not matter.
pub(crate) fn fold(label: &str) -> String {
    label.trim().to_lowercase()
}

/// A stored id of a word or a customer.
fn stored_id(id: i64) -> Result<u32, DbError> {
    u32::try_from(id).map_err(|_| DbError::Damaged(format!("dictionary id {id}")))
}
