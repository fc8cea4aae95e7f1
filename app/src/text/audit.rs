//! The page with the record of who did what. What it tells of each row is in [`super::actions`].

use super::S;

area! {
    /// The audit page.
    AuditText {
        title: S,
        lead: S,
        from: S,
        to: S,
        action: S,
        all_actions: S,
        person: S,
        everybody: S,
        search: S,
        apply: S,
        clear: S,
        rows: S,
        none_title: S,
        none_lead: S,
        reason: fn(&str) -> String,
        older: S,
        newest: S,
        chain: S,
        verify: S,
        unverified: S,
        whole: fn(i64, &str) -> String,
        tampered: fn(i64, &str) -> String,
    }
}
