//! The customers' activity log.

use super::S;
use model::{OPERATION_GROUPS, OPERATION_STATUSES, OPERATIONS, RESOURCES};

area! {
    /// The activity log.
    ActivityText {
        title: S,
        lead: S,
        from: S,
        to: S,
        customer: S,
        group: S,
        all_groups: S,
        operation: S,
        all_operations: S,
        actor: S,
        everybody: S,
        status: S,
        all_statuses: S,
        search: S,
        apply: S,
        clear: S,
        rows: S,
        col_at: S,
        col_by: S,
        none_title: S,
        none_lead: S,
        import: S,
        older: S,
        newest: S,
        details: S,
        field: S,
        old: S,
        new: S,
        value: S,
        changes: S,
        more: S,
        no_customer: S,
        application: S,
        resource: S,
        tenant: S,
        written: S,
        key: S,
        information: S,
        vendor: S,
        nothing: S,
        groups: [S; OPERATION_GROUPS.len()],
        operations: [S; OPERATIONS.len()],
        resources: [S; RESOURCES.len()],
        statuses: [S; OPERATION_STATUSES.len()],
    }
}

impl ActivityText {
    /// An operation in words; one that is not known as the vendor writes it.
    #[must_use]
    pub fn operation_name<'a>(&self, key: &'a str) -> &'a str {
        OPERATIONS.iter().position(|(known, _)| *known == key).map_or(key, |at| self.operations[at])
    }

    /// A group of operations in words.
    #[must_use]
    pub fn group_name<'a>(&self, key: &'a str) -> &'a str {
        named(&OPERATION_GROUPS, &self.groups, key)
    }

    /// What an operation was done to, in words.
    #[must_use]
    pub fn resource_name<'a>(&self, key: &'a str) -> &'a str {
        named(&RESOURCES, &self.resources, key)
    }

    /// A status in words.
    #[must_use]
    pub fn status_name<'a>(&self, key: &'a str) -> &'a str {
        named(&OPERATION_STATUSES, &self.statuses, key)
    }
}

fn named<'a>(keys: &[&str], names: &[S], key: &'a str) -> &'a str {
    keys.iter().position(|known| *known == key).map_or(key, |at| names[at])
}
