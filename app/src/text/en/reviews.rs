//! Access reviews.

use super::plural;
use crate::text::ReviewText;
use model::Ruling;

pub(in crate::text) const REVIEWS: ReviewText = ReviewText {
    title: "Access review",
    lead: "Who holds which role, who still uses it, and who should keep it",
    none_title: "No review is under way",
    none_lead: "A review goes through every role that somebody holds. Nothing is taken before you finish it.",
    start: "Start a review",
    due: |day| format!("The next review is due on {day}."),
    overdue: |day| format!("A review has been due since {day}."),
    started: |by, when| format!("Started by {by}, {when}"),
    progress: |done, all| format!("{done} of {all} decided"),
    items: "Who holds what",
    shortcuts: "Keyboard shortcuts",
    shortcuts_help: "In the list: ↓ ↑ move, K keep, R revoke, N note, Esc back to the row.",
    recommended: |verdict| match verdict {
        Ruling::Keep => "Recommended: keep",
        Ruling::Revoke => "Recommended: revoke",
    },
    why: |days| match days {
        None => "has never signed in".to_owned(),
        Some(0) => "seen on the day the review started".to_owned(),
        Some(days) => format!("last seen {} before the review", plural(days.unsigned_abs(), "day", "days")),
    },
    not_held: "no longer held",
    keep: "Keep",
    revoke: "Revoke",
    keep_of: |role, name| format!("Keep {role} of {name}"),
    revoke_of: |role, name| format!("Revoke {role} of {name}"),
    note: "Note",
    note_of: |name| format!("Note on {name}"),
    said: |verdict| match verdict {
        None => "undecided",
        Some(Ruling::Keep) => "keep",
        Some(Ruling::Revoke) => "revoke",
    },
    not_saved: "This was not saved. Try again.",
    outcome: "When you finish",
    outcome_none: "Nothing is taken from anybody.",
    outcome_lead: "These roles are taken, all at once:",
    finish: "Finish the review",
    finish_help: |left| match left {
        0 => "Everything is decided.".to_owned(),
        left => format!("{} still to decide.", plural(left, "role is", "roles are")),
    },
    last_admin: "Nothing was changed: the account must keep an acting MPN partner admin. Keep one of them.",
    done: "The review is finished.",
    finished: "Finished reviews",
    finished_none: "None yet.",
    col_finished: "Finished",
    col_by: "By",
    col_kept: "Kept",
    col_revoked: "Revoked",
    col_digest: "SHA-256 of the record",
    col_record: "Record",
    digest_help: "The digest of each record stands in the audit trail: it shows that the JSON file was not changed.",
};
