//! Signing in by a one-time link.

use super::S;

area! {
    /// Signing in.
    SignInText {
        title: S,
        lead: S,
        how: S,
        how_steps: [S; 3],
        command_label: S,
        no_link: S,
        confirm_title: fn(&str) -> String,
        confirm_lead: fn(&str) -> String,
        confirm_once: S,
        sign_in_as: fn(&str) -> String,
        not_you: S,
        expired_title: S,
        expired_lead: S,
        expired_next: S,
        used_elsewhere: S,
        signed_out: S,
        session_ended: S,
        to_sign_in: S,
    }
}
