//! Access reviews.

use super::S;
use model::Ruling;

area! {
    /// Access reviews.
    ReviewText {
        title: S,
        lead: S,
        none_title: S,
        none_lead: S,
        start: S,
        due: fn(&str) -> String,
        overdue: fn(&str) -> String,
        started: fn(&str, &str) -> String,
        progress: fn(u64, u64) -> String,
        items: S,
        shortcuts: S,
        shortcuts_help: S,
        recommended: fn(Ruling) -> S,
        why: fn(Option<i64>) -> String,
        not_held: S,
        keep: S,
        revoke: S,
        keep_of: fn(&str, &str) -> String,
        revoke_of: fn(&str, &str) -> String,
        note: S,
        note_of: fn(&str) -> String,
        said: fn(Option<Ruling>) -> S,
        not_saved: S,
        outcome: S,
        outcome_none: S,
        outcome_lead: S,
        finish: S,
        finish_help: fn(u64) -> String,
        last_admin: S,
        done: S,
        finished: S,
        finished_none: S,
        col_finished: S,
        col_by: S,
        col_kept: S,
        col_revoked: S,
        col_digest: S,
        col_record: S,
        digest_help: S,
    }
}
