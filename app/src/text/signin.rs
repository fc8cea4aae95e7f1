//! Signing in, in one step or two, and proving it again.

use super::S;

area! {
    /// Signing in.
    SignInText {
        title: S,
        email: S,
        password: S,
        passkey: S,
        passkey_failed: S,
        needs_script: S,
        or: S,
        help: S,
        help_title: S,
        letter: S,
        letter_help: S,
        letter_asked: S,
        help_lead: S,
        help_lead_else: S,
        help_steps: [S; 3],
        help_factor: S,
        command_label: S,
        confirm_title: fn(&str) -> String,
        confirm_lead: fn(&str) -> String,
        confirm_once: S,
        sign_in_as: fn(&str) -> String,
        expired_title: S,
        expired_lead: S,
        expired_next: S,
        to_sign_in: S,
        second_title: S,
        second_lead: S,
        code: S,
        code_help: S,
        go_on: S,
        second_passkey: S,
        enrol_title: S,
        enrol_lead: S,
        fresh_title: S,
        fresh_lead: S,
        fresh_again: S,
        fresh_passkey: S,
        fresh_link: S,
        fresh_done_title: S,
        fresh_done: S,
    }
}
