//! My account.

use super::S;

area! {
    /// My account.
    MeText {
        title: S,
        lead: S,
        profile: S,
        name: S,
        name_help: S,
        email: S,
        account: S,
        language: S,
        language_help: S,
        theme: S,
        save: S,
        saved: S,
        roles: S,
        roles_none: S,
        why: S,
        security: S,
        security_lead: S,
        sign_out: S,
        time_zone: S,
        views: S,
        letter: S,
        letter_lead: S,
        keys: S,
        keys_on: S,
        keys_off: S,
        keys_help: S,
    }
}
