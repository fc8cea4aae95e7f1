//! What changed, for the server's pages alone. The sentences about changes are those of the letter.

use super::S;

area! {
    /// What changed.
    DigestText {
        lead: S,
        changes: S,
        rank: S,
        none: S,
        none_lead: S,
        imported: fn(&str) -> String,
        never: S,
        came_in: S,
        nothing_came: S,
        up_to: fn(&str, &str) -> String,
        letter: S,
        taken: S,
        stopped: S,
        take: S,
        stop: S,
        no_mail: S,
        saved: S,
    }
}
