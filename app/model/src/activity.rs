//! The customers' activity log: what its page is narrowed to, and what it shows.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What the page is narrowed to; empty texts narrow nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ActivityFilter {
    /// The first day, in UTC. Without any day it is the month up to the newest record.
    pub from: Option<Date>,
    /// The last day, in UTC.
    pub to: Option<Date>,
    /// Part of the customer's name, in any case.
    pub customer: String,
    /// A group of operations.
    pub group: String,
    /// An operation, as the vendor calls it.
    pub operation: String,
    /// A user, or an application.
    pub actor: String,
    /// How it ended.
    pub status: String,
    /// A text somewhere in the details, in any case.
    pub search: String,
    /// Only records before this one.
    pub before: Option<i64>,
}

impl ActivityFilter {
    /// Reads the page's address. What makes no sense is left out, so that an old or mangled link still opens.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "from" => filter.from = value.parse().ok(),
                "to" => filter.to = value.parse().ok(),
                "customer" => filter.customer.clone_from(value),
                "group" => filter.group.clone_from(value),
                "operation" => filter.operation.clone_from(value),
                "user" => filter.actor.clone_from(value),
                "status" => filter.status.clone_from(value),
                "q" => filter.search.clone_from(value),
                "before" => filter.before = value.parse().ok(),
                _ => {}
            }
        }
        filter
    }

    /// The address's names and values.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let pairs = [
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
            ("customer", given(&self.customer)),
            ("group", given(&self.group)),
            ("operation", given(&self.operation)),
            ("user", given(&self.actor)),
            ("status", given(&self.status)),
            ("q", given(&self.search)),
            ("before", self.before.map(|id| id.to_string())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// A field of what was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The path of the field; empty where the whole is one text.
    pub name: String,
    /// What it was, if anything.
    pub old: Option<String>,
    /// What it became, if anything.
    pub new: Option<String>,
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// Its place in the order of time.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// When, as the vendor wrote it.
    pub at_text: String,
    /// What the vendor's API calls it; nothing where only the vendor's page told of it.
    pub key: Option<String>,
    /// The tenant of the customer's page; nothing where there is no such page.
    pub tenant: Option<String>,
    /// The customer's tenant as the vendor gives it; may be empty.
    pub customer_id: String,
    /// The customer's name; may be empty.
    pub customer: String,
    /// The operation, as the vendor calls it.
    pub operation: String,
    /// How it ended.
    pub status: String,
    /// The user, or the application where none is named.
    pub actor: String,
    /// The application; may be empty.
    pub application: String,
    /// What it was done to.
    pub resource: String,
    /// What was changed, field by field.
    pub changes: Vec<ValueChange>,
    /// What the vendor's page says of it; may be empty.
    pub information: String,
    /// Everything else by name.
    pub more: Vec<(String, String)>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityPage {
    /// The first day of what is shown.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Its records, newest first.
    pub rows: Vec<ActivityRow>,
    /// Where the next page begins, if there is one.
    pub older: Option<i64>,
    /// The operations that can be chosen.
    pub operations: Vec<String>,
    /// The users and applications that can be chosen.
    pub actors: Vec<String>,
}
