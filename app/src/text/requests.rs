//! Requests for a role.

use super::S;
use model::RequestState;

area! {
    /// Requests for a role.
    RequestText {
        title: S,
        lead: S,
        none_title: S,
        none_lead: S,
        asks_for: fn(&str) -> String,
        asked: fn(&str) -> String,
        no_note: S,
        reason: S,
        until: S,
        until_help: S,
        approve: S,
        deny: S,
        approve_of: fn(&str) -> String,
        deny_of: fn(&str) -> String,
        approved: S,
        denied: S,
        stale: fn(Option<&str>) -> String,
        decided: S,
        decided_by: fn(&str, &str) -> String,
        state: fn(RequestState) -> S,
        waiting: fn(u64) -> String,
        mine: S,
        mine_none: S,
    }
}
