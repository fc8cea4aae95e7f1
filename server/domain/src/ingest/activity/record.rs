//! One spelling for what the vendor's page and its API spell in two ways, and what tells that both speak of one record.

use crate::activity::Record;
use model::{OPERATIONS, operation_group};
use sha2::{Digest, Sha256};

/// The words of a status in the files of both languages, and as the API writes them.
const STATUSES: [(&str, &str); 5] = [
    ("成功", "succeeded"),
    ("失敗", "failed"),
    ("進行中", "progress"),
    ("in progress", "progress"),
    ("拒絕", "decline"),
];

/// Letters and digits in lower case: `Create Order` and `create_order` are one.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the API calls an operation that the page writes as a title. One that cannot be such a title stays as it is.
pub(super) fn operation(title: &str) -> String {
    let plain = folded(title);
    if let Some((key, _)) = OPERATIONS.iter().find(|(key, _)| folded(key) == plain) {
        return (*key).to_owned();
    }
    if title.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ' || b == b'_') {
        return title.to_ascii_lowercase().replace(' ', "_");
    }
    title.to_owned()
}

/// The API's word for a status.
pub(super) fn status(text: &str) -> String {
    let text = text.trim().to_lowercase();
    STATUSES.iter().find(|(word, _)| *word == text).map_or(text, |(_, key)| (*key).to_owned())
}

/// Says what follows from a record: the group of its operation, and the hash that page and API share.
pub(super) fn complete(record: &mut Record) {
    record.operation_group = operation_group(&record.operation).to_owned();
    let mut hash = Sha256::new();
    hash.update(record.at.div_euclid(60).to_be_bytes());
    for part in [&record.customer, &record.operation, &record.actor, &record.status] {
        hash.update(folded(part));
        hash.update([0]);
    }
    record.twin_of = i64::from_be_bytes(hash.finalize()[..8].try_into().unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_the_names_of_the_api() {
        for (title, key) in [
            ("Create Order", "create_order"),
            ("Granular Admin Relationship Approved", "granular_admin_relationship_approved"),
            ("Update SFB Customer User Licenses", "update_sfb_customer_user_licenses"),
            ("Future Operation X", "future_operation_x"),
            ("建立訂單", "建立訂單"),
        ] {
            assert_eq!(operation(title), key);
        }
        assert_eq!(
            (status("Succeeded"), status("失敗"), status("Odd")),
            ("succeeded".into(), "failed".into(), "odd".into())
        );
    }
}
