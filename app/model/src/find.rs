//! What is found from any page.

use crate::{PersonId, SavedView};
use serde::{Deserialize, Serialize};

/// What the caller may open and what was typed names; a few of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    /// Customers.
    pub customers: Vec<FoundCustomer>,
    /// People of the account.
    pub people: Vec<FoundPerson>,
    /// Views that the caller keeps; also those of pages that they may open no more.
    pub views: Vec<SavedView>,
}

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundCustomer {
    /// The tenant.
    pub tenant: String,
    /// Its name.
    pub name: String,
    /// Its domain; empty when unknown.
    pub domain: String,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPerson {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}
