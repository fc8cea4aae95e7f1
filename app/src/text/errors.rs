//! What went wrong, why, and what to do next.

use super::S;
use model::{AccessRequest, Invalid};

area! {
    /// Pages and messages for what went wrong.
    ErrorText {
        not_allowed_title: S,
        not_allowed: fn(&str) -> String,
        who_can_grant: S,
        nobody_can_grant: S,
        request_access: S,
        ask_note: S,
        asked: fn(&AccessRequest, &str) -> Option<String>,
        withdraw: S,
        how_to_ask: fn(&str) -> String,
        program_title: S,
        program: fn(&str) -> String,
        program_next: S,
        second_factor_title: S,
        second_factor: S,
        second_factor_next: S,
        fresh_title: S,
        fresh: S,
        fresh_next: S,
        busy: S,
        other_account: S,
        not_found_title: S,
        not_found: S,
        to_start: S,
        failed_title: S,
        failed: S,
        request: fn(&str) -> String,
        try_again: S,
        signed_out_title: S,
        signed_out: S,
        stale: fn(Option<&str>) -> String,
        last_admin: S,
        no_space: S,
                invalid: fn(Invalid) -> String,
        offline: S,
        reload: S,
        reload_why: S,
    }
}
