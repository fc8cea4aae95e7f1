//! Finding, and the keys.

use super::S;

area! {
    /// Finding, and the keys.
    FindText {
        title: S,
        lead: S,
        search: S,
        go: S,
        results: S,
        count: fn(usize) -> String,
        customers: S,
        pages: S,
        reports: S,
        people: S,
        views: S,
        who: S,
        security: S,
        guide_adoption: S,
        guide_activity: S,
        guide_growth: S,
        low_usage: S,
        low_deployment: S,
        unassigned: S,
        file: S,
        file_licenses: S,
        file_activity: S,
        file_people: S,
        file_access: S,
        file_audit: S,
        keys_title: S,
        keys: [(S, S); 8],
        keys_on: S,
        keys_off: S,
    }
}
